"""Lists by cursor: `{"results": […], "next": url|null, "previous": url|null}`."""

from rest_framework.pagination import CursorPagination


class NewestFirst(CursorPagination):
    """Keyset pages over the id, newest first: the hundredth page costs what the first does."""

    ordering = "-id"
    page_size = 20
    max_page_size = 100
    page_size_query_param = "limit"
