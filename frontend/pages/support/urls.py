"""Addresses of this screen."""

from django.urls import path

from frontend.pages.support import views

urlpatterns = [
    path("proposals/<int:number>/support/", views.support, name="proposal-support"),
]
