"""Addresses of this screen."""

from django.urls import path

from frontend.pages.tongues import views

urlpatterns = [
    path(
        "desk/consultations/<int:number>/languages/<slug:language>/",
        views.consultation,
        name="setup-language",
    ),
    path("desk/city/languages/<slug:language>/", views.city, name="city-language"),
]
