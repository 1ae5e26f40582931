"""Addresses of this screen."""

from django.urls import re_path

from frontend.pages.pictures import views

urlpatterns = [
    re_path(
        r"^pictures/(?P<name>[0-9A-Za-z]{16,40})-(?P<width>[0-9]{1,4})\.webp$",
        views.picture,
        name="picture",
    ),
]
