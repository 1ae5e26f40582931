"""Addresses of the twins: the page's own, without the last slash, with `.json` or `.csv`."""

from django.urls import path, re_path, register_converter

from frontend.twins.views import twin_of


class Form:
    """What a twin may be written in."""

    regex = "json|csv"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Form, "form")

BY_PATH = {
    "consultations": "consultations.<form:form>",
    "consultation": "consultations/<slug:slug>.<form:form>",
    "outcome": "consultations/<slug:slug>/outcome.<form:form>",
    "participation": "consultations/<slug:slug>/participation.<form:form>",
    "outcomes": "outcomes.<form:form>",
    "proposal-versions": "proposals/<int:number>/versions.<form:form>",
    "proposal-version": "proposals/<int:number>/versions/<int:version>.<form:form>",
    "poll": "polls/<int:poll_id>.<form:form>",
    "moderation-log": "moderation.<form:form>",
    "moderation-figures": "moderation/figures.<form:form>",
    "house-rules": "rules.<form:form>",
    "house-rules-version": "rules/<int:version>.<form:form>",
    "places": "places.<form:form>",
    "place": "places/<slug:slug>.<form:form>",
    "themes": "themes.<form:form>",
    "theme": "themes/<slug:slug>.<form:form>",
    "search": "search.<form:form>",
    "about-decisions": "about/decisions.<form:form>",
}
# Slugs of proposals and the length of numbers are the pages' own.
BY_PATTERN = {
    "proposal": r"^proposals/(?P<number>[0-9]{1,18})(?:-(?P<slug>[^/.]*))?\.(?P<form>json|csv)$",
    "proposal-points": r"^proposals/(?P<number>[0-9]{1,18})/points\.(?P<form>json|csv)$",
    "point": r"^points/(?P<number>[0-9]{1,18})\.(?P<form>json|csv)$",
    "statement": r"^statements/(?P<number>[0-9]{1,18})\.(?P<form>json|csv)$",
}

urlpatterns = [
    # The first page has no name to put an ending to: both ways of asking are answered.
    path("index.<form:form>", twin_of("home"), name="home-data"),
    path(".<form:form>", twin_of("home"), name="home-data-bare"),
    *(path(route, twin_of(page), name=f"{page}-data") for page, route in BY_PATH.items()),
    *(re_path(route, twin_of(page), name=f"{page}-data") for page, route in BY_PATTERN.items()),
]
