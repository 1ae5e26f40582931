"""`manage.py import_rankings FILE --day 2007-05-03`: a published election of ranked ballots."""

from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from intake.errors import BadInput
from voting.actions.importing_rankings import import_rankings
from voting.counting import rules
from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.lots import NO_LOTS, draw
from voting.counting.outcome import Outcome
from voting.formats import read


class Command(BaseCommand):
    help = (
        "Import a published election of ranked ballots (.blt .soc .soi .toc .toi) as a closed "
        "consultation. The first --rule decides, further ones stand beside it."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--day", required=True, help="the last day of voting, 2007-05-03")
        parser.add_argument("--first-day", help="where people voted for longer than a day")
        parser.add_argument("--place", default="", help="the city it was held in")
        parser.add_argument("--rule", action="append", help="else the file's own, or schulze")
        parser.add_argument("--seats", type=int, help="else the file's own")
        parser.add_argument("--lot", help="the seed of the lot that parts ties")

    def handle(self, *, file: Path, day, first_day, place, **options):
        try:
            election = read(file)
            if election.kinds - {"ranking"}:
                raise CommandError(f"{file.name} does not hold ranked ballots.", returncode=2)
            election.check()
            names = options["rule"] or default_rules(election)
            outcomes = [counted(election, name, options) for name in names]
            poll = import_rankings(
                election,
                outcomes,
                first=day_of(first_day or day),
                last=day_of(day),
                place=place,
            )
        except BadCount as trouble:
            trouble.file = trouble.file or file.name
            raise CommandError(str(trouble), returncode=2) from None
        except BadInput as trouble:
            raise CommandError(f"{file.name}: {trouble.sentence}", returncode=2) from None
        self.stdout.write(f"{poll.consultation.title}: {poll.consultation.get_absolute_url()}")
        elected = ", ".join(election.names[key] or key for key in outcomes[0].winners)
        self.stdout.write(f"By {outcomes[0].spec.rule}: {elected}.")


def default_rules(election: Election) -> list[str]:
    """Several seats by the file's rule; one also by the two that are held against it most."""
    own = election.rule[0] if election.rule else "schulze"
    return [own] if (election.seats or 1) > 1 else ["irv", "schulze"]


def counted(election: Election, name: str, options: dict) -> Outcome:
    given = {"seats": options["seats"]} if options["seats"] and name != "irv" else {}
    lots = draw(election.names, options["lot"]) if options["lot"] else NO_LOTS
    return rules.counted(election, rules.spec(name, given), lots=lots)


def day_of(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"Write “{text}” as a day like 2007-05-03.", code="bad-date") from None
