"""Twins as files: JSON and CSV, written while they are being sent."""

import csv
import io
import json
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime
from itertools import chain
from typing import Any

from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language, override

from frontend.twins.twin import Here, Twin

CHUNK = 64 * 1024
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A cell that begins so is run by spreadsheets; the last four are what some make of the first."""

TYPES = {"json": "application/json", "csv": "text/csv; charset=utf-8; header=present"}


def answer(request: HttpRequest, twin: Twin, form: str) -> StreamingHttpResponse:
    """The twin in the form that the address names. What fails, fails before anything is sent."""
    host, stem = request.build_absolute_uri("/").rstrip("/"), stem_of(request)
    pieces = as_csv(twin, host) if form == "csv" else as_json(twin, host, around(request, stem))
    chunks = in_chunks(pieces)
    whole = chain([next(chunks, b"")], chunks)
    sent = slowly(whole, get_language()) if isinstance(request, ASGIRequest) else whole
    response = StreamingHttpResponse(sent, content_type=TYPES[form])
    response["Content-Disposition"] = f'inline; filename="{file_name(stem)}.{form}"'
    response["Link"] = (
        f'<{settings.DATA_LICENCE}>; rel="license", <{host}/data/>; rel="describedby"'
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response


def stem_of(request: HttpRequest) -> str:
    """What the addresses of a page and its twins share; empty for the first page."""
    path = request.path
    stem = path if path.endswith("/") else path.rpartition(".")[0].removesuffix("/index")
    return stem.rstrip("/")


def around(request: HttpRequest, stem: str) -> dict[str, str]:
    """Where the page is, and the same data as CSV."""
    asked = request.META.get("QUERY_STRING", "")
    query = f"?{asked}" if asked else ""
    return {"page": Here(f"{stem}/{query}"), "csv": Here(f"{stem or '/index'}.csv{query}")}


def file_name(stem: str) -> str:
    return slugify(stem.replace("/", "-")) or slugify(settings.SITE_NAME) or "data"


async def slowly(chunks: Iterator[bytes], language: str | None) -> AsyncIterator[bytes]:
    """One chunk after the other, each made only when the one before has gone: the view is over
    then, so the language of its page is spoken anew for each."""

    def one_more() -> bytes | None:
        with override(language):
            return next(chunks, None)

    while (chunk := await sync_to_async(one_more)()) is not None:
        yield chunk


def in_chunks(pieces: Iterator[str]) -> Iterator[bytes]:
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= CHUNK:
            yield "".join(held).encode()
            held, size = [], 0
    if held:
        yield "".join(held).encode()


def as_json(twin: Twin, host: str, around: dict[str, str]) -> Iterator[str]:
    """One object: what the file is, what its columns mean, facts about the whole, `results`."""
    head = {
        "title": twin.title,
        **around,
        "made": timezone.now(),
        "licence": settings.DATA_LICENCE,
        "notes": [str(note) for note in twin.notes],
        "columns": {column.name: str(column.meaning) for column in twin.columns},
        "facts": twin.facts,
    }
    yield dumped(head, host)[:-1] + ', "results": ['
    names = [column.name for column in twin.columns]
    before = "\n"
    for row in twin.rows:
        yield before + dumped({name: row[name] for name in names}, host)
        before = ",\n"
    yield "\n]}\n"


def dumped(value: Any, host: str) -> str:
    return json.dumps(plain(value, host), ensure_ascii=False)


def plain(value: Any, host: str) -> Any:
    """Values that JSON has: addresses whole, moments with their offset, days as days."""
    if isinstance(value, Here):
        return host + value if value else None
    if isinstance(value, dict):
        return {key: plain(one, host) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one, host) for one in value]
    if isinstance(value, datetime):
        return timezone.localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)  # a translated word


def as_csv(twin: Twin, host: str) -> Iterator[str]:
    """RFC 4180: a line of column names, then a line for each row."""
    names = [column.name for column in twin.columns]
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")

    def written(cells: list[Any]) -> str:
        writer.writerow(cells)
        text = line.getvalue()
        line.seek(0)
        line.truncate()
        return text

    yield written(names)
    for row in twin.rows:
        yield written([cell(plain(row[name], host)) for name in names])


def cell(value: Any) -> Any:
    """A cell no spreadsheet takes for a formula: such a text gets an apostrophe in front."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(str(one) for one in value)
    if isinstance(value, str) and value.lstrip(" \u00a0\ufeff").startswith(FORMULA):
        return f"'{value}"
    return value
