"""Addresses of this screen."""

from django.urls import path

from frontend.pages.your_voice import views

urlpatterns = [
    path("your-voice/", views.your_voice, name="your-voice"),
    path("your-voice/<slug:name>/", views.one_part, name="your-voice-part"),
]
