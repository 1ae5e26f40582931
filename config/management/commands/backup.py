"""`manage.py backup TARGET`: everything but the keys, in one file, while the city runs."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config import backups
from people.auditing import audit


class Command(BaseCommand):
    help = "Write a backup to TARGET: a file that is not there yet, or a folder."

    def add_arguments(self, parser):
        parser.add_argument("target", type=Path)
        parser.add_argument(
            "--keep",
            type=int,
            metavar="N",
            help="afterwards delete the oldest backups in the folder beyond N",
        )

    def handle(self, *, target: Path, keep=None, **options):
        if keep is not None and (keep < 1 or not target.is_dir()):
            raise CommandError("--keep N needs a folder, and N of at least 1.")
        audit(None, "backup.made", "city.1")
        try:
            file = backups.make(target)
        except backups.Impossible as trouble:
            raise CommandError(str(trouble)) from None
        size = file.stat().st_size / 1_000_000
        self.stdout.write(f"{file} ({size:.1f} MB)")
        if keep:
            for old in sorted(target.glob("polyphony-*.tar.gz"))[:-keep]:
                old.unlink()
                self.stdout.write(f"Deleted {old}.")
