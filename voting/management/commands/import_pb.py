"""`manage.py import_pb FILE`: a published participatory budget, closed and readable."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from intake.errors import BadInput
from voting.actions.importing import import_budget
from voting.counting.errors import BadCount
from voting.formats import read
from voting.models import Poll


class Command(BaseCommand):
    help = "Import a published participatory budget (.pb) as a closed consultation."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        try:
            poll = import_budget(read(file))
        except BadCount as trouble:
            raise CommandError(str(trouble), returncode=2) from None
        except BadInput as trouble:
            raise CommandError(f"{file.name}: {trouble.sentence}", returncode=2) from None
        self.stdout.write(f"{poll.consultation.title}: {poll.consultation.get_absolute_url()}")
        self.stdout.write(f"{poll.options.count()} projects, {poll.head.turnout} ballots.")
        self.stdout.write(agreement(poll))


def agreement(poll: Poll) -> str:
    """Whether our count of the ballots equals the votes that the file states."""
    counted = {option["key"]: option["votes"] for option in poll.result.facts["options"]}
    off = [
        option.key
        for option in poll.options.all()
        if option.facts.get("published_votes", counted[option.key]) != counted[option.key]
    ]
    if off:
        return f"The counted votes differ from the file's for: {', '.join(off)}."
    return "The counted votes equal the published ones for every project."
