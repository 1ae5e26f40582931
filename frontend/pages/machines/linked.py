"""schema.org and DCAT-AP as linked JSON. Beside the pages, not in them: no page holds a script."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consultations.models import Consultation
from consultations.queries import phases_of
from consultations.wording import place_in_words
from frontend.pages.consultation.rows import answered_text
from frontend.twins.catalogue import DATASETS
from frontend.twins.consultations import published_or_404
from frontend.twins.proposals import name_of, public_or_404
from people.city import city_name
from proposals.models import Proposal
from proposals.queries.listing import first_words

FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/"
THEME = "http://publications.europa.eu/resource/authority/data-theme/GOVE"


@require_safe
def home(request):
    """The city and its site, and how to search it."""
    search = request.build_absolute_uri(reverse("search"))
    return linked(
        request,
        {
            "@type": "WebSite",
            "url": request.build_absolute_uri("/"),
            "name": city_name(),
            "inLanguage": get_language(),
            "publisher": city(request),
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{search}?q={{words}}",
                "query-input": "required name=words",
            },
        },
    )


@require_safe
def consultation(request, slug):
    """The question as an event that has sub-events: its phases."""
    found = published_or_404(slug)
    return linked(request, about_consultation(request, found))


@require_safe
def proposal(request, number, slug=None):
    found = public_or_404(number)
    return linked(request, about_proposal(request, found))


@require_safe
def catalogue(request):
    """DCAT-AP: each list of the city's data, as JSON and as CSV."""
    here = request.build_absolute_uri
    lists = {key: one for key, one in DATASETS.items() if one.address == one.address.lower()}
    return JsonResponse(
        {
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/",
            },
            "@id": here(reverse("catalogue")),
            "@type": "dcat:Catalog",
            "dct:title": _("Open data of %(city)s") % {"city": city_name()},
            "dct:description": _("What people propose and decide, and what the city answers."),
            "dct:publisher": {"@type": "foaf:Agent", "foaf:name": city_name()},
            "dct:license": {"@id": settings.DATA_LICENCE},
            "foaf:homepage": {"@id": here(reverse("data"))},
            "dcat:dataset": [
                {
                    "@id": here(f"{reverse('data')}#{key}"),
                    "@type": "dcat:Dataset",
                    "dct:identifier": key,
                    "dct:title": str(one.name),
                    "dct:description": "; ".join(
                        f"{column.name}: {column.meaning}" for column in one.columns
                    ),
                    "dct:publisher": {"@type": "foaf:Agent", "foaf:name": city_name()},
                    "dcat:theme": {"@id": THEME},
                    "dcat:distribution": [
                        distribution(here(f"{one.address}.{form}"), form)
                        for form in ("json", "csv")
                    ],
                }
                for key, one in lists.items()
            ],
        },
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False},
    )


def distribution(address: str, form: str) -> dict[str, Any]:
    return {
        "@type": "dcat:Distribution",
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dct:format": {"@id": FILE_TYPE + form.upper()},
        "dct:license": {"@id": settings.DATA_LICENCE},
    }


def about_consultation(request: HttpRequest, found: Consultation) -> dict[str, Any]:
    phases = phases_of(found)
    return {
        "@type": "Event",
        "url": request.build_absolute_uri(found.get_absolute_url()),
        "name": found.title,
        "description": found.standfirst,
        "organizer": city(request),
        "location": {"@type": "AdministrativeArea", "name": place_in_words(found.place)},
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "isAccessibleForFree": True,
        **(span(min(p.opens for p in phases), max(p.closes for p in phases)) if phases else {}),
        "subEvent": [
            {"@type": "Event", "name": one.name, **span(one.opens, one.closes)} for one in phases
        ],
    }


def about_proposal(request: HttpRequest, found: Proposal) -> dict[str, Any]:
    answer = getattr(found, "answer", None)
    counters = found.counters
    return {
        "@type": "DiscussionForumPosting",
        "url": request.build_absolute_uri(found.get_absolute_url()),
        "identifier": found.pk,
        "headline": found.title,
        "text": found.body,
        "author": {"@type": "Person", "name": name_of(found) or _("a former participant")},
        "datePublished": moment(found.posted),
        "version": found.version_number,
        "isPartOf": request.build_absolute_uri(found.consultation.get_absolute_url()),
        "commentCount": counters.points_for + counters.points_against + counters.questions,
        "interactionStatistic": {
            "@type": "InteractionCounter",
            "interactionType": "https://schema.org/EndorseAction",
            "userInteractionCount": counters.supports,
        },
        **(
            {
                "comment": {
                    "@type": "Comment",
                    "author": city(request),
                    "name": answered_text(answer),
                    "text": first_words(answer.because, 300),
                    "datePublished": moment(answer.published),
                }
            }
            if answer
            else {}
        ),
    }


def city(request: HttpRequest) -> dict[str, str]:
    return {
        "@type": "GovernmentOrganization",
        "name": _("City of %(name)s") % {"name": city_name()},
        "url": request.build_absolute_uri("/"),
    }


def span(opens, closes) -> dict[str, str]:
    return {"startDate": moment(opens), "endDate": moment(closes)}


def moment(when) -> str:
    return timezone.localtime(when).isoformat(timespec="seconds")


def linked(request: HttpRequest, about: dict[str, Any]) -> JsonResponse:
    response = JsonResponse(
        {"@context": "https://schema.org", **about},
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False},
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
