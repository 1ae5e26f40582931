"""Counting the questions a page asks the database; BEGIN, COMMIT and savepoints are not questions."""

from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

ALSO_SENT = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@contextmanager
def asking():
    """Yield a list that holds the statements asked inside, once the block has ended."""
    asked: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield asked
    asked.extend(query["sql"] for query in captured if not query["sql"].startswith(ALSO_SENT))


@contextmanager
def at_most(ceiling: int):
    """Fail, listing the statements, when more than `ceiling` are asked inside."""
    with asking() as asked:
        yield asked
    listed = "\n".join(statement[:240] for statement in asked)
    assert len(asked) <= ceiling, f"{len(asked)} statements asked, at most {ceiling}:\n{listed}"
