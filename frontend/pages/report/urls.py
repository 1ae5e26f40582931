"""Addresses of this screen."""

from django.urls import path, re_path

from frontend.pages.report import views

urlpatterns = [
    path("report/", views.report, name="report"),
    re_path(r"^report/(?P<receipt>[0-9A-Za-z-]{8,20})/$", views.receipt, name="report-receipt"),
]
