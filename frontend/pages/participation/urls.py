"""Addresses of this screen."""

from django.urls import path

from frontend.pages.participation import views

urlpatterns = [
    path(
        "consultations/<slug:slug>/participation/",
        views.participation,
        name="participation",
    ),
]
