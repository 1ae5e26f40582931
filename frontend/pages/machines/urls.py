"""Addresses that programs look for by themselves."""

from django.urls import path, re_path

from frontend.pages.errors.views import offline
from frontend.pages.machines import linked, sitemaps, views

urlpatterns = [
    path("offline/", offline, name="offline"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("site.webmanifest", views.manifest, name="manifest"),
    path(".well-known/security.txt", views.security, name="security-txt"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:part>-<int:number>.xml", sitemaps.part, name="sitemap-part"),
    path("data/catalogue.jsonld", linked.catalogue, name="catalogue"),
    path("index.jsonld", linked.home, name="home-linked"),
    path("consultations/<slug:slug>.jsonld", linked.consultation, name="consultation-linked"),
    re_path(
        r"^proposals/(?P<number>[0-9]{1,18})(?:-(?P<slug>[^/.]*))?\.jsonld$",
        linked.proposal,
        name="proposal-linked",
    ),
]
