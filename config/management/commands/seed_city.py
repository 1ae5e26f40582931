"""`manage.py seed_city`: a big call, to measure with."""

from django.core.management.base import BaseCommand, CommandError

from config.bulk.city import BigCity


class Command(BaseCommand):
    help = "Add one consultation with very many proposals, supports and points."

    def add_arguments(self, parser):
        for rows, usual in (("proposals", 1_000), ("supports", 20_000), ("points", 10_000)):
            parser.add_argument(f"--{rows}", type=int, default=usual, metavar="N")

    def handle(self, *args, proposals, supports, points, **options):
        if min(proposals, supports, points) < 0:
            raise CommandError("Numbers of rows cannot be below 0.")
        if not proposals and (supports or points):
            raise CommandError("Supports and points need at least one proposal.")
        city = BigCity(proposals, supports, points, say=self.stderr.write)
        consultation = city.build()
        self.stdout.write(
            f"{consultation.get_absolute_url()} has {proposals:,} proposals, {supports:,} supports "
            f"and {points:,} points by {city.people:,} people."
        )
