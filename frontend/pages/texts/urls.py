"""Addresses of this screen."""

from django.urls import path

from frontend.pages.texts import views

urlpatterns = [
    path("desk/texts/", views.texts, name="city-texts"),
    path("desk/texts/<slug:page>/<slug:language>/", views.change, name="city-text"),
    path(
        "desk/texts/<slug:page>/<slug:language>/<int:version>/",
        views.version,
        name="city-text-version",
    ),
]
