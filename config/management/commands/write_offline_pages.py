"""`manage.py write_offline_pages FOLDER`: what a proxy shows while nothing behind it answers."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.template.loader import get_template
from django.utils.translation import override


class Command(BaseCommand):
    help = "Write offline.LANGUAGE.html in every language; the proxy chooses one and shows it."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder: Path, **options):
        folder.mkdir(parents=True, exist_ok=True)
        for code, _name in settings.LANGUAGES:
            with override(code):
                page = get_template("offline.html").render()
            target = folder / f"offline.{code}.html"
            target.write_text(page, encoding="utf-8")
            self.stdout.write(str(target))
