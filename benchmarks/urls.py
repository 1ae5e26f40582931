"""The city's addresses, and the plain views beside them."""

from django.urls import include, path

from benchmarks import plain

urlpatterns = [
    path("bench/constant/", plain.constant),
    path("bench/consultations/<slug:slug>/", plain.consultation),
    path("bench/proposals/<int:number>/", plain.proposal),
    path("", include("config.urls")),
]
