"""Give somebody a role from the command line: the first organiser has nobody to give it."""

from django.core.management.base import BaseCommand, CommandError

from consultations.actions.appointing import appoint
from consultations.models import Place, Role
from people.models import Person


class Command(BaseCommand):
    help = "Give a role for a place and all below it: appoint EMAIL ROLE [PLACE]"

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("role", choices=Role.values)
        parser.add_argument("place", nargs="?", help="slug of the place; the topmost without it")

    def handle(self, *, email, role, place=None, **options):
        person = Person.objects.filter(email=email.strip().lower()).first()
        if person is None:
            raise CommandError(f"Nobody has signed up as {email}. She signs up first.")
        scope = self.place(place)
        appoint(by=None, person=person, role=role, scope=scope)
        self.stdout.write(f"{person} is now {Role(role).label.lower()} for {scope}.")

    def place(self, slug: str | None) -> Place:
        """The place by its slug; without one the topmost, where there is only one."""
        if slug is not None:
            found = Place.objects.filter(slug=slug).first()
            if found is None:
                raise CommandError(f"There is no place with the slug {slug}.")
            return found
        roots = list(Place.objects.filter(parent__isnull=True)[:2])
        if len(roots) != 1:
            raise CommandError("Name the place: there is not exactly one topmost place.")
        return roots[0]
