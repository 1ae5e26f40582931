"""sitemap.xml: an index, and pages of ten thousand addresses by number, none counted first."""

from collections.abc import Iterator
from datetime import date, datetime
from xml.sax.saxutils import escape

from django.db.models import Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import Consultation, Place, Theme
from proposals.models import Proposal

PAGE = 10_000
ALWAYS = (
    "home", "consultations", "outcomes", "moderation-log", "moderation-figures", "house-rules",
    "places", "themes", "data", "open-data", "about-decisions", "about-accessibility",
    "about-privacy", "about-imprint", "about-contact", "about-security", "about-source",
)  # fmt: skip


@require_safe
def index(request):
    """Which parts there are: one question for each kind of thing, its highest number."""
    parts = [("pages", 1)]
    for name, rows in (("consultations", Consultation.objects), ("proposals", Proposal.objects)):
        highest = rows.aggregate(highest=Max("pk"))["highest"] or 0
        parts += [(name, number) for number in range(1, -(-highest // PAGE) + 1)]
    addresses = (
        f"<sitemap><loc>{whole(request, reverse('sitemap-part', args=part))}</loc></sitemap>"
        for part in parts
    )
    return xml("sitemapindex", addresses)


@require_safe
def part(request, part, number):
    """The addresses of one part, each with the day it was published where that is known."""
    made = PARTS.get(part)
    if made is None or not 0 < number < 10**9:
        raise Http404
    return xml("urlset", (entry(whole(request, path), day) for path, day in made(number)))


def pages(number: int) -> Iterator[tuple[str, None]]:
    if number == 1:
        yield from ((reverse(name), None) for name in ALWAYS)
        yield from ((reverse("place", args=[one]), None) for one in slugs(Place))
        yield from ((reverse("theme", args=[one]), None) for one in slugs(Theme))


def consultations(number: int) -> Iterator[tuple[str, datetime | None]]:
    for one in Consultation.objects.published().filter(**within(number)).order_by("pk").iterator():
        yield one.get_absolute_url(), one.published
        yield reverse("outcome", args=[one.slug]), None


def proposals(number: int) -> Iterator[tuple[str, datetime]]:
    rows = Proposal.objects.public().filter(**within(number)).order_by("pk")
    for one in rows.only("pk", "title", "hidden", "posted").iterator():
        yield one.get_absolute_url(), one.posted


PARTS = {"pages": pages, "consultations": consultations, "proposals": proposals}


def within(number: int) -> dict[str, int]:
    return {"pk__gt": (number - 1) * PAGE, "pk__lte": number * PAGE}


def slugs(model) -> Iterator[str]:
    return model.objects.order_by("pk").values_list("slug", flat=True)[:PAGE]


def whole(request, path: str) -> str:
    return escape(request.build_absolute_uri(path))


def entry(address: str, moment: datetime | date | None) -> str:
    day = f"<lastmod>{timezone.localdate(moment):%Y-%m-%d}</lastmod>" if moment else ""
    return f"<url><loc>{address}</loc>{day}</url>"


def xml(root: str, rows: Iterator[str]) -> HttpResponse:
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{root} xmlns="{space}">\n'
    return HttpResponse(
        head + "\n".join(rows) + f"\n</{root}>\n", content_type="application/xml; charset=utf-8"
    )
