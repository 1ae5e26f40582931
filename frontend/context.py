"""What every page's shell may say, without a query for readers who are not signed in."""

from django.conf import settings

from consultations.models import Role
from consultations.roles import roles_of
from consultations.rules import may_run_city
from frontend.alternates import alternates, sharing
from frontend.languages import addresses
from frontend.pages.city.face import face
from people.city import the_city


def site(request):
    """Whatever is a function is asked only where the shell shows it."""
    person = getattr(request, "user", None)
    city = the_city()
    return {
        "site_name": city.name,
        **face(city),
        "demo": settings.DEMO,
        "sharing": lambda: sharing(request),
        "alternates": lambda: alternates(request),
        "has_desk": lambda: bool(roles_of(person)) or roles_of(person).locked,
        "evaluates": lambda: roles_of(person).holds_anywhere(Role.EVALUATOR),
        "organises": lambda: roles_of(person).holds_anywhere(Role.ORGANISER),
        "runs_city": lambda: bool(may_run_city(person)),
        "addresses": lambda: addresses(request),
    }
