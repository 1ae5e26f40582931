"""`manage.py token EMAIL`: a key to the API for one person, alone on a line."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from people.auditing import audit
from people.queries import person_by_email
from people.tokens import make_token


class Command(BaseCommand):
    help = "Make a token for the person with this e-mail address, and print it alone."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *, email, **options):
        person = person_by_email(email)
        if person is None:
            raise CommandError(f"Nobody has signed up with {email}.")
        with transaction.atomic():
            key = make_token(person)
            audit(None, "token.made", f"person.{person.pk}", person=person.pk)
        self.stdout.write(key)
