"""Addresses of feeds and calendars."""

from django.urls import path

from frontend.pages.feeds import atom, calendars

urlpatterns = [
    path("consultations.atom", atom.ConsultationsFeed(), name="consultations-feed"),
    path("outcomes.atom", atom.OutcomesFeed(), name="outcomes-feed"),
    path("outcomes/overdue.atom", atom.OverdueFeed(), name="overdue-feed"),
    path("calendar.ics", calendars.calendar, name="calendar"),
    path("consultations/<slug:slug>.ics", calendars.of_consultation, name="consultation-calendar"),
]
