"""`manage.py transparency_report --year 2026`: the year's moderation figures as CSV."""

import csv

from django.core.management.base import BaseCommand

from discussions.queries.figures import figures


class Command(BaseCommand):
    help = "Print how much was reported and decided in a year, month by month, as CSV."

    def add_arguments(self, parser):
        parser.add_argument("--year", type=int, help="all years where it is left out")

    def handle(self, *, year, **options):
        writer = csv.writer(self.stdout)
        writer.writerow(["month", "kind", "reason", "rules", "clause", "count"])
        for one in figures(year):
            writer.writerow(
                [
                    f"{one.month:%Y-%m}",
                    one.kind,
                    one.reason,
                    one.rules or "",
                    one.clause or "",
                    one.count,
                ]
            )
