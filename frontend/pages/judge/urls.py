"""Addresses of this screen."""

from django.urls import path, re_path

from frontend.pages.judge import figures, reading, views

ITEM = r"^desk/items/(?P<key>(?:point|proposal)-[0-9]{1,18})/"

urlpatterns = [
    path("desk/reports/", views.queue, name="desk-reports"),
    path("desk/reports/newer/", views.newer_rows, name="desk-reports-newer"),
    re_path(ITEM + "$", views.item, name="desk-item"),
    re_path(ITEM + "claim/$", views.claim, name="desk-item-claim"),
    re_path(ITEM + "decision/$", views.decision, name="desk-item-decision"),
    path("moderation/figures/", figures.figures, name="moderation-figures"),
    path("moderation/", reading.log, name="moderation-log"),
    re_path(r"^statements/(?P<number>[0-9]{1,18})/$", reading.statement, name="statement"),
]
