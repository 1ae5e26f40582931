"""The fastest way to put rows into either database: executemany on SQLite, COPY on PostgreSQL."""

import time
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Max, Model

BATCH = 50_000


class Loader:
    """Inserts rows batch by batch, a transaction each, and says how far it is."""

    def __init__(self, say: Callable[[str], Any]):
        self.say = say

    def insert(self, table: type[Model], columns: str, rows: Iterable[tuple], total: int) -> None:
        """Insert tuples in the order of `columns` (database names, one space between)."""
        began, done = time.monotonic(), 0
        names = ", ".join(connection.ops.quote_name(name) for name in columns.split())
        into = f"{connection.ops.quote_name(table._meta.db_table)} ({names})"
        source = iter(rows)
        while batch := list(islice(source, BATCH)):
            with transaction.atomic(), connection.cursor() as cursor:
                WRITE[connection.vendor](cursor, into, batch)
            done += len(batch)
            spent = time.monotonic() - began
            self.say(f"{done:>9,} of {total:,} rows of {table.__name__.lower()}, {spent:.1f} s")


def executemany(cursor, into: str, rows: list[tuple]) -> None:
    marks = ", ".join(["%s"] * len(rows[0]))
    cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - our own names


def copy(cursor, into: str, rows: list[tuple]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as stream:
        for row in rows:
            stream.write_row(row)


WRITE = {"sqlite": executemany, "postgresql": copy}


def next_id(table: type[Model]) -> int:
    return (table.objects.aggregate(last=Max("pk"))["last"] or 0) + 1  # type: ignore[attr-defined]


def as_stored(moment: datetime) -> Any:
    """A moment in the form in which the database's own driver takes it."""
    return connection.ops.adapt_datetimefield_value(moment)


def go_on_counting(*tables: type[Model]) -> None:
    """The next row of each table gets the next number, as ids were given by hand; fresh statistics.

    SQLite does the first by itself, and plans without statistics.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(tables)):
            cursor.execute(statement)
        for table in tables:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table._meta.db_table)}")
