"""`manage.py restore FILE`: yesterday's city in an empty place, checked before anybody sees it."""

import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from config import backups, lock
from live import epoch
from people import erasures
from people.auditing import audit
from people.models import Letter, Session

LAID_ASIDE = "It waited when this backup was made, and may have been sent since."


class Command(BaseCommand):
    help = "Put a backup back into an empty database and an empty DATA_DIR, and check it."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        held = None
        try:
            if settings.EMBEDDED:
                held = lock.take(settings.DATA_DIR)
            with tempfile.TemporaryDirectory() as kept:
                manifest = backups.unpacked(file, Path(kept))
                backups.put_back(Path(kept), manifest)
        except (backups.Impossible, lock.Taken) as trouble:
            raise CommandError(str(trouble)) from None
        finally:
            if held:
                held.close()
        self.stdout.write(f"The city as it was on {manifest.made} is back.")
        self.compare(manifest)
        call_command("migrate", verbosity=0)
        self.begin_anew()
        self.erase_again()
        call_command("verify_tallies", check=True, stdout=self.stdout)
        self.stdout.write(
            f"Put the folder {settings.DATA_DIR / 'keys'} and SECRET_KEY back from where you keep "
            "them: they are never in a backup. Then start the server."
        )

    def compare(self, manifest: backups.Manifest) -> None:
        now = backups.rows_now()
        if now != manifest.rows:
            raise CommandError(f"Rows differ: {manifest.rows} were kept, {now} are here.")
        self.stdout.write(
            ", ".join(f"{table.partition('_')[2]}: {count}" for table, count in now.items())
        )

    def erase_again(self) -> None:
        """Who left after this backup was made stays gone: the journal says who that was."""
        if not erasures.journal().exists():
            self.stdout.write(
                f"There is no {erasures.journal()}. If people left after this backup was made, put "
                "the file there and run manage.py erase_again before you start the server."
            )
            return
        if gone := erasures.replay():
            self.stdout.write(f"People erased again, because they had left: {len(gone)}.")

    @transaction.atomic
    def begin_anew(self) -> None:
        """What must not come back to life: sessions, letters that may have left, known versions."""
        Session.objects.all().delete()
        aside = Letter.objects.filter(sent__isnull=True, next_try__isnull=False).update(
            next_try=None, trouble=LAID_ASIDE
        )
        if aside:
            self.stdout.write(f"Letters laid aside, so that none leaves twice: {aside}.")
        epoch.renew()
        audit(None, "backup.restored", "city.1")
