"""Addresses of this screen."""

from django.urls import path

from frontend.pages.letters import views

urlpatterns = [
    path("account/letters/", views.choices, name="letter-choices"),
    path("letters/stop/<str:token>/", views.stop, name="letters-stop"),
]
