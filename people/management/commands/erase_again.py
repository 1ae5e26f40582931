"""`manage.py erase_again`: whom the journal of erasures names and a backup brought back."""

from django.core.management.base import BaseCommand, CommandError

from people import erasures


class Command(BaseCommand):
    help = "Erase again everybody who had left before a backup was restored."

    def handle(self, **options):
        if not erasures.journal().exists():
            raise CommandError(f"There is no journal at {erasures.journal()}. Put it there first.")
        self.stdout.write(f"Erased again: {len(erasures.replay())}.")
