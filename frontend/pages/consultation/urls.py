"""Addresses of this screen."""

from django.urls import path

from frontend.pages.consultation import views

urlpatterns = [
    path("consultations/", views.consultations, name="consultations"),
    path("consultations/<slug:slug>/", views.consultation, name="consultation"),
    path("consultations/<slug:slug>/newer/", views.newer_proposals, name="consultation-newer"),
]
