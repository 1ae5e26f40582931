"""Addresses of this screen."""

from django.urls import path

from frontend.pages.audit import views

urlpatterns = [path("desk/audit/", views.audit, name="audit")]
