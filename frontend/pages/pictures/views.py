"""A picture's file, for whoever may read its proposal."""

from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from proposals.pictures import path_of, widths_of
from proposals.queries.pictures import picture_to_see
from proposals.rules import may_see_picture


@require_safe
def picture(request, name, width):
    """Asked anew each time: a hidden proposal's picture is not there for the public any more."""
    found = picture_to_see(name)
    if found is None or int(width) not in widths_of(found.width):
        raise Http404
    if not may_see_picture(request.user, found):
        raise Http404
    tag = f'"{name}-{width}"'
    if request.headers.get("If-None-Match") == tag:
        return with_headers(request, HttpResponseNotModified(), tag)
    try:
        content = path_of(name, int(width)).read_bytes()
    except OSError:
        raise Http404 from None
    response = HttpResponse(content, content_type="image/webp")
    # Pages show it all the same; opened by itself it is kept as a file, never run as a page.
    response["Content-Disposition"] = f'attachment; filename="picture-{width}.webp"'
    return with_headers(request, response, tag)


def with_headers(request, response: HttpResponse, tag: str) -> HttpResponse:
    """What anybody may see is kept, but asked about each time; the rest is kept nowhere."""
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-store" if request.user.is_authenticated else "no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    return response
