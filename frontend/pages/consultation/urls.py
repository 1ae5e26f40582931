"""Addresses of this screen."""

from django.urls import path

from frontend.pages.consultation import following, views

urlpatterns = [
    path("consultations/", views.consultations, name="consultations"),
    path("consultations/<slug:slug>/", views.consultation, name="consultation"),
    path("consultations/<slug:slug>/newer/", views.newer_proposals, name="consultation-newer"),
    path(
        "consultations/<slug:slug>/following/", following.following, name="consultation-following"
    ),
]
