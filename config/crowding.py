"""How many requests are worked on at once; the others wait their turn."""

import asyncio
from typing import Any


def at_most(count: int, application: Any) -> Any:
    """The same application, with at most `count` requests inside it.

    Each synchronous view takes a thread and a database connection: a hundred at once would open a
    hundred, and two processors finish them no sooner.
    """
    turns = asyncio.Semaphore(count)

    async def door(scope: dict[str, Any], receive: Any, send: Any) -> None:
        async with turns:
            await application(scope, receive, send)

    return door
