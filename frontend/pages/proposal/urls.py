"""Addresses of this screen."""

from django.urls import re_path

from frontend.pages.proposal import views

urlpatterns = [
    # `/proposals/34-shade-for-the-square/`: only the number decides.
    re_path(
        r"^proposals/(?P<number>[0-9]{1,18})(?:-(?P<slug>[^/]*))?/$",
        views.proposal,
        name="proposal",
    ),
]
