"""Addresses of this screen."""

from django.urls import path

from frontend.pages.api_face import views

urlpatterns = [path("api/", views.overview, name="open-data")]
