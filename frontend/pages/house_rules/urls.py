"""Addresses of this screen."""

from django.urls import path

from frontend.pages.house_rules import views

urlpatterns = [
    path("rules/", views.current, name="house-rules"),
    path("rules/<int:version>/", views.version, name="house-rules-version"),
]
