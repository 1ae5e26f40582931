"""What is logged, and what never is: one line an event, as JSON unless somebody watches a terminal.

A request is logged by its route, its answer and how long it took, under an id that its other lines
carry too. Never: what was sent, from where, by whom, addresses with their numbers of receipts and
tokens, mail addresses. What other libraries log goes through the same sieve.
"""

import logging
import re
import secrets
import sys
import time
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.contextvars import bind_contextvars, clear_contextvars, merge_contextvars

log = structlog.get_logger("request")

Event = MutableMapping[str, Any]

ADDRESSED = re.compile(r"[^\s<>\"'(),;:]+@[^\s<>\"'(),;:]+")
NUMBERED = re.compile(
    r"\b(?:\d{1,3}\.){3}\d{1,3}\b|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{0,4}\b", re.IGNORECASE
)
KEY = re.compile(
    r"(?i)\b((?:token|password|secret|session\w*|csrf\w*|code|key)[\"']?\s*[=:]\s*)[\"']?[^\s\"']+"
)
RANDOM = re.compile(
    r"(?<![\w/.-])(?=[A-Za-z_-]*\d)(?=[\d_-]*[A-Za-z])[A-Za-z0-9_-]{24,}(?![\w/.-])"
)
"""Long words of letters and digits that stand alone are keys, or might be."""
ROWS = re.compile(r"(?m)^DETAIL:.*$|Failing row contains .*$")
"""PostgreSQL repeats what somebody wrote when it refuses a row."""
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}", re.ASCII)
QUIET = ("/healthz", "/readyz", "/static/")


def configuration(level: str) -> dict[str, Any]:
    """LOGGING for Django, and structlog set up to go the same way."""
    shared: list[Any] = [
        merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    watched = sys.stderr.isatty()
    last = structlog.dev.ConsoleRenderer() if watched else structlog.processors.JSONRenderer()
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"routes": {"()": RoutesOnly}},
        "formatters": {
            "line": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": shared,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.format_exc_info,
                    sieve,
                    last,
                ],
            }
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["routes"],
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},  # our own line tells of 4xx
            "django.server": {"level": "ERROR"},
        },
    }


class RoutesOnly(logging.Filter):
    """Django puts whole addresses into its words; the route says as much, and tells nothing."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if request is not None and record.name.startswith("django"):
            what = record.name.removeprefix("django.").removeprefix("security.")
            record.msg, record.args = f"{what} at {route_of(request)}", ()
            if record.name.startswith("django.security"):
                record.exc_info = None  # its words repeat what was sent: a name of a host, a cookie
            del record.request
        return True


def sieve(_logger: Any, _name: str, event: Event) -> Event:
    """Every text of an event without addresses, keys, stored rows and line breaks of others."""
    for field, value in event.items():
        if isinstance(value, str) and field not in {"request_id", "route", "timestamp"}:
            event[field] = harmless(value, several_lines=field == "exception")
        elif not isinstance(value, str | int | float | bool | None):
            event[field] = harmless(repr(value))
    return event


def harmless(text: str, *, several_lines: bool = False) -> str:
    text = ROWS.sub("[row]", text)
    text = NUMBERED.sub("[address]", ADDRESSED.sub("[address]", text))
    text = RANDOM.sub("[key]", KEY.sub(r"\1[key]", text))
    if not several_lines:
        text = text.replace("\n", "\\n")
    return CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)[:20_000]


class RequestMiddleware:
    """One line for each request, and an id for all that is logged while it is served."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        clear_contextvars()
        # Only a proxy of ours may have given one: ProxyMiddleware stands before.
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request_id = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        bind_contextvars(request_id=request_id)
        began = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        if not request.path_info.startswith(QUIET):
            log.info(
                "answered",
                method=request.method if request.method.isalpha() else "?",
                route=route_of(request),
                status=response.status_code,
                ms=round((time.perf_counter() - began) * 1000, 1),
            )
        return response


def route_of(request: Any) -> str:
    """The pattern of the address, as `urls.py` has it; nothing of what stands in its places."""
    match = getattr(request, "resolver_match", None)
    return f"/{match.route}" if match else "(none)"
