"""Addresses of this screen."""

from django.urls import path

from frontend.pages.poll import making, views

urlpatterns = [
    path("polls/<int:poll_id>/", views.poll, name="poll"),
    path("polls/<int:poll_id>/ballot/", views.ballot, name="poll-ballot"),
    path("polls/<int:poll_id>/ballot/withdrawal/", views.withdraw, name="poll-ballot-withdrawal"),
    path("desk/consultations/<slug:slug>/polls/new/", making.new_poll, name="poll-new"),
    path("desk/polls/<int:poll_id>/removal/", making.remove, name="poll-removal"),
]
