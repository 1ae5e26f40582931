"""Lists by cursor: `{"results": […], "next": url|null, "previous": url|null}`."""

import re

from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination

POSITION = re.compile(r"-?[0-9]{1,18}", re.ASCII)


class NewestFirst(CursorPagination):
    """Keyset pages over the id, newest first: the hundredth page costs what the first does.

    A subclass may order by other whole numbers.
    """

    ordering = "-id"
    page_size = 20
    max_page_size = 100
    page_size_query_param = "limit"

    def decode_cursor(self, request):
        """What the cursor in the address says; one that we cannot have given leads nowhere."""
        cursor = super().decode_cursor(request)
        if cursor and cursor.position is not None and not POSITION.fullmatch(str(cursor.position)):
            raise NotFound(self.invalid_cursor_message)
        return cursor
