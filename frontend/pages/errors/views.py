"""What went wrong, in words, each with a way on."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    return render(request, "pages/errors/csrf.html", status=403)
