"""Addresses of this screen."""

from django.urls import path

from frontend.pages.language import views

urlpatterns = [path("language/", views.language, name="language")]
