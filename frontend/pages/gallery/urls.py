"""Addresses of this screen."""

from django.urls import path

from frontend.pages.gallery.views import gallery

urlpatterns = [path("dev/gallery/", gallery, name="gallery")]
