"""Addresses of this screen."""

from django.urls import path

from frontend.pages.search import views

urlpatterns = [path("search/", views.search, name="search")]
