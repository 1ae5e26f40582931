"""Addresses of this screen."""

from django.urls import path

from frontend.pages.proposal_writing import picturing, sending, views

BASE = "consultations/<slug:slug>/proposals/new/"

urlpatterns = [
    path(BASE, views.stage, {"name": "title"}, name="proposal-new"),
    path(f"{BASE}similar/", views.similar, name="proposal-new-similar"),
    path(f"{BASE}text/", views.stage, {"name": "text"}, name="proposal-new-text"),
    path(f"{BASE}pictures/", picturing.pictures, name="proposal-new-pictures"),
    path(f"{BASE}place/", views.stage, {"name": "place"}, name="proposal-new-place"),
    path(f"{BASE}themes/", views.stage, {"name": "themes"}, name="proposal-new-themes"),
    path(f"{BASE}check/", sending.check, name="proposal-new-check"),
    path("proposals/<int:number>/sent/", sending.sent, name="proposal-sent"),
]
