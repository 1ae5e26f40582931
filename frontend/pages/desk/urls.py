"""Addresses of this screen."""

from django.urls import path

from frontend.pages.desk import views

urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/answers/", views.answers, name="desk-answers"),
]
