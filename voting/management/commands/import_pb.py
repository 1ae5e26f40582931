"""`manage.py import_pb FILE`: a published participatory budget, closed and readable."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from intake.errors import BadInput
from voting.actions.importing import import_budget
from voting.models import Poll
from voting.pabulib import read

LARGEST = 200_000_000


class Command(BaseCommand):
    help = "Import a published participatory budget (.pb) as a closed consultation."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        try:
            poll = import_budget(read(text_of(file)))
        except BadInput as trouble:
            raise CommandError(f"{file.name}: {trouble.sentence}", returncode=2) from None
        self.stdout.write(f"{poll.consultation.title}: {poll.consultation.get_absolute_url()}")
        self.stdout.write(f"{poll.options.count()} projects, {poll.head.turnout} ballots.")
        self.stdout.write(agreement(poll))


def text_of(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST:
            raise CommandError(f"{file.name} is larger than 200 MB.", returncode=2)
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise CommandError(f"{file.name} is not UTF-8: {trouble.reason}.", returncode=2) from None
    except OSError as trouble:
        raise CommandError(f"{file} cannot be read: {trouble.strerror}.", returncode=2) from None


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
