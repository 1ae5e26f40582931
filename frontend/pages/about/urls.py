"""Addresses of this screen."""

from django.urls import path

from consultations.models import CityText
from frontend.pages.about import views
from frontend.pages.about.texts import text_page

Page = CityText.Page

urlpatterns = [
    path("about/decisions/", views.decisions, name="about-decisions"),
    path("about/accessibility/", text_page(Page.ACCESSIBILITY), name="about-accessibility"),
    path("about/privacy/", text_page(Page.PRIVACY), name="about-privacy"),
    path("about/imprint/", text_page(Page.IMPRINT), name="about-imprint"),
    path("about/contact/", text_page(Page.CONTACT), name="about-contact"),
    path("about/security/", text_page(Page.SECURITY), name="about-security"),
    path("about/source/", text_page(Page.SOURCE), name="about-source"),
    path("data/", views.data, name="data"),
]
