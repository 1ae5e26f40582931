"""Every component in every state, for the people who build and check these pages."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from frontend.pages.gallery.specimens import specimens


def gallery(request):
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "pages/gallery/gallery.html", specimens())
