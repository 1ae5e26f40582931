"""Whether letters leave the house: one real letter, and every word of the mail server."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from people.mail_trial import try_mail


class Command(BaseCommand):
    help = "Send one letter to ADDRESS at once and print what the mail server answers."

    def add_arguments(self, parser):
        parser.add_argument("address")

    def handle(self, *, address, **options):
        try:
            trial = try_mail(address)
        except ValidationError:
            raise CommandError("Write an e-mail address, like name@example.org.") from None
        for asked, said in trial.lines:
            self.stdout.write(f"  {asked}\n      {said}")
        if not trial.arrived:
            raise CommandError(trial.sentence)
        self.stdout.write(trial.sentence)
