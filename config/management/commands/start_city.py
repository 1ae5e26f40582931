"""The first steps of a real city: asked one by one, or given as options."""

import sys
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from config.asking import Asking
from consultations.actions import start_city
from consultations.place_lists import PlaceList, decoded, read_places, report
from intake.errors import BadInput
from people.first_passwords import link_for, send_link
from people.mail_trial import try_mail
from people.verdicts import Stale


class Command(BaseCommand):
    help = "Begin a real city in an empty database. What no option says is asked."
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument("--name", help="name of the city")
        parser.add_argument("--organiser-name", help="name of the first organiser")
        parser.add_argument("--organiser-email", help="her e-mail address")
        parser.add_argument("--languages", help="codes with commas between, the city's own first")
        parser.add_argument("--places", type=Path, help="file: one a line, indented, or CSV")
        parser.add_argument("--departments", help="names with semicolons between")
        parser.add_argument("--colour", help="like #015c5c; empty for Polyphony's own")
        parser.add_argument("--crest", type=Path, help="PNG, JPEG or WebP file")
        parser.add_argument(
            "--no-letter", action="store_true", help="print the organiser's link, send no letter"
        )
        parser.add_argument(
            "--no-input", action="store_true", help="ask nothing; leave out what is not given"
        )

    def handle(self, **given):
        asking = None
        if not given["no_input"] and sys.stdin.isatty():
            asking = Asking(self.stdout)
        facts = self.facts(given, asking)
        if asking:
            self.show(facts)
            if not asking.sure("Begin this city?"):
                raise CommandError("Nothing was written.")
        try:
            organiser = start_city(**facts)
        except (BadInput, Stale) as trouble:
            raise CommandError(str(trouble.sentence)) from None
        self.stdout.write(
            f"{facts['name']} has begun, with {len(facts['places'])} places, eight themes and the "
            "first house rules."
        )
        self.say_how_she_comes_in(organiser, letter=not given["no_letter"])

    def facts(self, given, asking) -> dict:
        """Everything `start_city` is told, from the options or from answers."""

        def word(name, question, default=""):
            if given[name] is not None:
                return given[name]
            return asking.word(question, default) if asking else default

        places = self.places(given["places"], asking, name := word("name", "Name of the city"))
        return {
            "name": name,
            "organiser_name": word("organiser_name", "Name of the first organiser"),
            "organiser_email": word("organiser_email", "Her e-mail address"),
            "languages": word(
                "languages", "Languages, the city’s own first", settings.LANGUAGE_CODE
            ).split(","),
            "places": places.lines,
            "departments": [
                each.strip()
                for each in word("departments", "Departments, with ; between").split(";")
                if each.strip()
            ],
            "colour": self.colour(given["colour"], asking),
            "crest": self.crest(given["crest"], asking),
        }

    def places(self, file: Path | None, asking, city: str) -> PlaceList:
        if file is None and asking is None:
            return self.good(read_places(city))
        while True:
            try:
                text = decoded(self.content(file)) if file else asking.places(city)
                return self.good(read_places(text))
            except (BadInput, CommandError) as trouble:
                if asking is None:
                    raise CommandError(str(trouble)) from None
                self.stdout.write(f"{trouble}\n")
                file = None

    def good(self, found: PlaceList) -> PlaceList:
        if found.troubles:
            raise CommandError(report(found.troubles))
        return found

    def colour(self, given: str | None, asking) -> str:
        return given if given is not None else asking.colour() if asking else ""

    def crest(self, given: Path | None, asking) -> bytes:
        if given is None and asking:
            return asking.crest()
        return self.content(given) if given else b""

    def content(self, file: Path) -> bytes:
        try:
            return file.read_bytes()
        except OSError as trouble:
            raise CommandError(f"{file} cannot be read: {trouble.strerror}.") from None

    def show(self, facts) -> None:
        self.stdout.write("")
        for label, value in (
            ("City", facts["name"]),
            ("First organiser", f"{facts['organiser_name']} <{facts['organiser_email']}>"),
            ("Languages", ", ".join(facts["languages"])),
            ("Places", ", ".join(f"{each.name} ({each.level})" for each in facts["places"][:8])),
            ("Departments", ", ".join(facts["departments"]) or "none yet"),
            ("Colour", facts["colour"] or "Polyphony’s own"),
            ("Crest", "yes" if facts["crest"] else "none"),
        ):
            self.stdout.write(f"  {label:16} {value}")

    def say_how_she_comes_in(self, organiser, *, letter: bool) -> None:
        """By letter where the mail server takes one; the link stands on the terminal in any case."""
        if letter and settings.EMAIL_SERVER:
            self.stdout.write(f"Trying the mail server with a letter to {organiser.email}:")
            trial = try_mail(organiser.email)
            for asked, said in trial.lines:
                self.stdout.write(f"  {asked}\n      {said}")
            self.stdout.write(trial.sentence)
            if trial.arrived:
                link = send_link(organiser)
                self.stdout.write("Her letter with the link below leaves when the server runs.")
            else:
                link = link_for(organiser)
        else:
            link = link_for(organiser)
            if letter:
                self.stdout.write("No mail server is set (EMAIL_URL), so no letter leaves.")
        self.stdout.write(
            f"She chooses her password here, once, within three days:\n{link}\n"
            "Who holds this address can become her: hand it to nobody else."
        )
