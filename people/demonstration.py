"""The demonstration's published sign-ins, and where they work: in a demonstration, nowhere else."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from people.models import Demonstration, Person

PASSWORD = "polyphony-demo"  # noqa: S105 - published, and refused outside a demonstration

SIGN_INS = {
    **{f"citizen{number}@example.org": _("citizen") for number in range(1, 6)},
    "moderator@example.org": _("moderator"),
    "moderator2@example.org": _("moderator"),
    "evaluator@example.org": _("evaluator"),
    "organiser@example.org": _("organiser"),
    "organiser2@example.org": _("organiser"),
    "counter@example.org": _("counter officer"),
    "editor@example.org": _("editor"),
}


def is_demonstration() -> bool:
    """Whether known passwords may work: asked for by DEMO=1 and seeded into this database."""
    return settings.DEMO and Demonstration.objects.exists()


def demo_sign_ins() -> list[tuple[Person, str]]:
    """Everybody one can sign in as, with what they do; nobody outside a demonstration."""
    if not is_demonstration():
        return []
    people = {person.email: person for person in Person.objects.filter(email__in=SIGN_INS)}
    return [(people[email], str(word)) for email, word in SIGN_INS.items() if email in people]
