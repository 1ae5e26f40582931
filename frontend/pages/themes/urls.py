"""Addresses of this screen."""

from django.urls import path

from frontend.pages.themes import views

urlpatterns = [
    path("themes/", views.themes, name="themes"),
    path("themes/<slug:slug>/", views.theme, name="theme"),
]
