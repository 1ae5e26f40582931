"""Every address: pages, the API, health."""

from django.urls import include, path

from config.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("api/v1/", include("config.api")),
    path("", include("frontend.urls")),
]

handler400 = "frontend.pages.errors.views.bad_request"
handler404 = "frontend.pages.errors.views.not_found"
handler500 = "frontend.pages.errors.views.server_error"
