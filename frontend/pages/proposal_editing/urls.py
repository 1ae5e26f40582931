"""Addresses of this screen."""

from django.urls import path

from frontend.pages.proposal_editing import versions, views, withdrawing

urlpatterns = [
    path("proposals/<int:number>/versions/", versions.version_list, name="proposal-versions"),
    path("proposals/<int:number>/versions/new/", views.edit, name="proposal-edit"),
    path(
        "proposals/<int:number>/versions/<int:version>/",
        versions.version,
        name="proposal-version",
    ),
    path("proposals/<int:number>/withdrawal/", withdrawing.withdrawal, name="proposal-withdrawal"),
]
