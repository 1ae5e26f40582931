"""Addresses of this screen."""

from django.urls import path

from frontend.pages.about import views

urlpatterns = [
    path("about/decisions/", views.decisions, name="about-decisions"),
    path("about/accessibility/", views.accessibility, name="about-accessibility"),
    path("about/privacy/", views.privacy, name="about-privacy"),
    path("about/source/", views.source, name="about-source"),
]
