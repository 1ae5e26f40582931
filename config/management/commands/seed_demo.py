"""`manage.py seed_demo`: the fictional city of Lindhaven, for trying things out."""

from django.core.management.base import BaseCommand, CommandError

from config.demo.seeding import RealCity, seed


class Command(BaseCommand):
    help = "Seed an empty database with the demonstration, or move its dates on to today."

    def handle(self, *args, **options):
        try:
            self.stdout.write(seed())
        except RealCity:
            raise CommandError(
                "This database holds people or consultations that are no demonstration. "
                "Give an empty one, by DATA_DIR or DATABASE_URL."
            ) from None
