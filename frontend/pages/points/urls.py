"""Addresses of this screen."""

from django.urls import re_path

from frontend.pages.points import own, views

POINT = r"^points/(?P<number>[0-9]{1,18})/"
PROPOSAL = r"^proposals/(?P<number>[0-9]{1,18})/points/"

urlpatterns = [
    re_path(PROPOSAL + "$", views.points, name="proposal-points"),
    re_path(PROPOSAL + "new/$", views.new, name="point-new"),
    re_path(POINT + "$", views.point, name="point"),
    re_path(POINT + "replies/$", views.replies, name="point-replies"),
    re_path(POINT + "now/$", views.now_shown, name="point-now"),
    re_path(POINT + "words/$", own.words, name="point-words"),
    re_path(POINT + "earlier/$", own.earlier, name="point-earlier"),
    re_path(POINT + "removal/$", own.removal, name="point-removal"),
    re_path(POINT + "reaction/$", views.reaction, name="point-reaction"),
]
