"""Addresses of this screen."""

from django.urls import path

from frontend.pages.places import views

urlpatterns = [
    path("places/", views.places, name="places"),
    path("places/<slug:slug>/", views.place, name="place"),
]
