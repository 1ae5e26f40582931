"""/api/v1/: one thin `api` module per app, composed here."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

urlpatterns = [
    path("schema/", SpectacularAPIView.as_view(), name="api-schema"),
    path("", include("people.api")),
    path("", include("consultations.api")),
    path("", include("proposals.api")),
    path("", include("voting.api")),
    path("", include("discussions.api")),
]
