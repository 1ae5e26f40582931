"""robots.txt, the icon, the manifest, security.txt."""

from datetime import UTC, datetime, time

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from consultations.city_texts import standing_text
from consultations.models import CityText
from people.city import the_city
from people.languages import city_language, now_spoken, offered

NOT_FOR_ROBOTS = ("/account/", "/desk/", "/your-voice/", "/notices/", "/report/", "/search/")
"""Pages for one person, and searches, of which there are without end."""


@require_safe
def robots(request):
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS),
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return plain(lines)


@require_safe
def favicon(request):
    """Where browsers look that read no page first."""
    return redirect(static("favicon.ico"))


@require_safe
def manifest(request):
    """What a phone needs to put the site on its first screen."""
    city = the_city()
    response = JsonResponse(
        {
            "id": "/",
            "name": city.name,
            "short_name": city.name[:30],
            "lang": now_spoken(),
            "start_url": "/",
            "scope": "/",
            "display": "browser",
            "background_color": "#fcfbf8",
            "theme_color": city.colour or "#015c5c",
            "icons": [
                {"src": static("icon.svg"), "sizes": "any", "type": "image/svg+xml"},
                *(
                    {
                        "src": static(f"icon-{side}.png"),
                        "sizes": f"{side}x{side}",
                        "type": "image/png",
                    }
                    for side in (192, 512)
                ),
            ],
        },
        json_dumps_params={"ensure_ascii": False},
    )
    response["Content-Type"] = "application/manifest+json"
    return response


@require_safe
def security(request):
    """RFC 9116. It ends a year after somebody last looked at what it leads to, and says so."""
    text = standing_text(CityText.Page.SECURITY, city_language())
    page = request.build_absolute_uri(reverse("about-security"))
    ends = datetime.combine(text.until(), time(), tzinfo=UTC)
    return plain(
        [
            f"Contact: {page}",
            f"Policy: {page}",
            f"Expires: {ends:%Y-%m-%dT%H:%M:%SZ}",
            f"Preferred-Languages: {', '.join(offered())}",
            f"Canonical: {request.build_absolute_uri(request.path)}",
        ]
    )


def plain(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
