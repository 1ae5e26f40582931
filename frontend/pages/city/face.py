"""What makes the pages this city's: a stylesheet with its colour, and its crest."""

import hashlib

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from intake.colours import palette
from people.city import crest_of, the_city
from people.models import City

FOR_EVER = "public, max-age=31536000, immutable"
A_MOMENT = "public, max-age=60"


@require_safe
def colours(request):
    """The colour's variables, light and dark. Under the address that names them they never change."""
    city = the_city()
    response = HttpResponse(stylesheet(city), content_type="text/css; charset=utf-8")
    response["ETag"] = f'"{mark(city)}"'
    response["Cache-Control"] = FOR_EVER if request.GET.get("v") == mark(city) else A_MOMENT
    if request.headers.get("If-None-Match") == response["ETag"]:
        response.status_code, response.content = 304, b""
    return response


@require_safe
def crest(request, digest):
    """The crest; its address names its content."""
    png = crest_of(digest)
    if png is None:
        raise Http404
    return HttpResponse(png, content_type="image/png", headers={"Cache-Control": FOR_EVER})


def face(city: City) -> dict[str, str]:
    """Addresses for the shell; empty where the city has no colour or crest of its own."""
    return {
        "city_css": f"/city.css?v={mark(city)}" if city.colour else "",
        "city_crest": f"/city/crest-{city.crest}.png" if city.crest else "",
    }


def stylesheet(city: City) -> str:
    if not city.colour:
        return ""
    tones = palette(city.colour)
    return (
        ":root {\n"
        f"  --civic: light-dark({tones.light}, {tones.dark});\n"
        f"  --on-civic: light-dark({tones.on_light}, {tones.on_dark});\n"
        f"  --civic-wash: light-dark({tones.light_wash}, {tones.dark_wash});\n"
        "}\n"
    )


def mark(city: City) -> str:
    """Another one whenever the stylesheet is."""
    return hashlib.sha256(f"1 {city.colour}".encode()).hexdigest()[:12]
