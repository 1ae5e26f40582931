"""API of this app: parses, calls one action or query, serialises. No rules here."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
