"""Addresses of this screen."""

from django.urls import path

from frontend.pages.notices import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/read/", views.read_all, name="notices-read"),
    path("notices/<int:number>/", views.notice, name="notice"),
    path("notices/about/<str:topic>/", views.about, name="notices-about"),
]
