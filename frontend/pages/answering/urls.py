"""Addresses of this screen."""

from django.urls import path

from frontend.pages.answering import views

urlpatterns = [
    path("proposals/<int:number>/answer/", views.write, name="proposal-answer"),
    path("proposals/<int:number>/answer/check/", views.check, name="proposal-answer-check"),
]
