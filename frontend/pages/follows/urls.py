"""Addresses of this screen."""

from django.urls import path

from frontend.pages.follows import views

urlpatterns = [
    path("follows/", views.follows, name="follows"),
    path("proposals/<int:number>/following/", views.proposal, name="proposal-following"),
    path("consultations/<slug:slug>/following/", views.consultation, name="consultation-following"),
    path("themes/<slug:slug>/following/", views.theme, name="theme-following"),
    path("places/<slug:slug>/following/", views.place, name="place-following"),
]
