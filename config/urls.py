"""Every address: pages, the API, health."""

from django.urls import include, path

urlpatterns = [
    path("api/v1/", include("config.api")),
    path("", include("frontend.urls")),
]
