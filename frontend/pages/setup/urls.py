"""Addresses of this screen."""

from django.urls import path

from frontend.pages.setup import views

urlpatterns = [
    path("desk/consultations/", views.setup, name="setup"),
    path("desk/consultations/new/", views.begin, name="setup-begin"),
    path("desk/consultations/<int:number>/", views.tasks, name="setup-tasks"),
    path("desk/consultations/<int:number>/publication/", views.publish, name="setup-publish"),
    path(
        "desk/consultations/<int:number>/phases/<int:phase>/end/", views.extend, name="setup-extend"
    ),
    path("desk/consultations/<int:number>/<slug:task>/", views.task, name="setup-task"),
]
