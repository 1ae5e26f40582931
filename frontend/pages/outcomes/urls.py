"""Addresses of this screen."""

from django.urls import path

from frontend.pages.outcomes import views

urlpatterns = [
    path("outcomes/", views.outcomes, name="outcomes"),
    path("consultations/<slug:slug>/outcome/", views.outcome, name="outcome"),
]
