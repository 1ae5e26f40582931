"""Addresses of the city's face, and of the screens on which it is changed."""

from django.urls import path

from frontend.pages.city import face, views

urlpatterns = [
    path("city.css", face.colours, name="city-colours"),
    path("city/crest-<slug:digest>.png", face.crest, name="city-crest"),
    path("desk/city/", views.this_city, name="this-city"),
    path("desk/city/mail/", views.mail, name="city-mail"),
]
