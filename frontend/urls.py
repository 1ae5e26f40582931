"""Every page, screen by screen. Slugs decorate; numbers decide."""

from django.urls import include, path

SCREENS = [
    "home",
    "consultation",
    "proposal_writing",
    "proposal_editing",
    "proposal",
    "pictures",
    "support",
    "points",
    "report",
    "poll",
    "outcomes",
    "desk",
    "judge",
    "answering",
    "tongues",
    "setup",
    "roles",
    "city",
    "audit",
    "your_voice",
    "search",
    "notices",
    "follows",
    "letters",
    "house_rules",
    "places",
    "themes",
    "about",
    "language",
    "texts",
    "participation",
    "feeds",
    "machines",
    "api_face",
    "gallery",
]

urlpatterns = [
    path("", include([path("", include(f"frontend.pages.{screen}.urls")) for screen in SCREENS])),
    path("", include("frontend.twins.urls")),
    path("account/", include("frontend.pages.account.urls")),
]
