"""Addresses of this screen."""

from django.urls import path

from frontend.pages.roles import views

urlpatterns = [
    path("desk/roles/", views.roles, name="roles"),
    path("desk/roles/new/", views.find, name="role-new"),
    path("desk/roles/new/<int:number>/", views.give, name="role-give"),
    path("desk/roles/<int:number>/end/", views.take, name="role-take"),
]
