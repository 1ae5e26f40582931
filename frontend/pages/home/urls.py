"""Addresses of this screen."""

from django.urls import path

from frontend.pages.home import views

urlpatterns = [path("", views.home, name="home")]
