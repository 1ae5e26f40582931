"""/api/v1/: one thin `api` module per app, composed here."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from frontend.pages.api_face.root import ApiRoot
from live.fallback import LiveView

urlpatterns = [
    path("", ApiRoot.as_view(), name="api-root"),
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("live/", LiveView.as_view(), name="api-live"),
    path("", include("people.api")),
    path("", include("consultations.api")),
    path("", include("proposals.api")),
    path("", include("voting.api")),
    path("", include("discussions.api")),
    path("", include("frontend.pages.search.api")),
]
