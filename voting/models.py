"""Supports, polls, open ballots and results."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation
from people.models import Person
from people.texts import InLanguages, Line, Prose
from proposals.models import Proposal


class Support(models.Model):
    """One person's public count for a proposal; `version` is the text she supported.

    It stays counted when she leaves.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="supports")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="supports")
    version = models.PositiveIntegerField(default=1)
    given = models.DateTimeField()
    mark = models.CharField(
        max_length=64,
        default="",
        db_default="",
        blank=True,
        help_text=_("Of its person who left, while she could give it anew (people.marks)"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "person"], name="one_support_each"),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="supports_of_a_person"),
            models.Index(fields=["mark"], name="supports_marked", condition=models.Q(mark__gt="")),
        ]

    def __str__(self) -> str:
        return f"support for {self.proposal_id}"


CASTABLE = ("yes-no", "approval")
"""Kinds of polls whose ballots can be cast here."""


class PollQuerySet(models.QuerySet["Poll"]):
    def published(self):
        return self.filter(consultation__published__isnull=False)


class Poll(InLanguages):
    """A question with options, open between two instants.

    Open polls keep the choice with the person, show it to herself alone and never publish it.
    Before `closes` nobody, staff included, sees a tally: turnout only.
    """

    class Kind(models.TextChoices):
        YES_NO = "yes-no", _("Yes or no")
        APPROVAL = "approval", _("Tick all you approve")
        # Imported ones only, until their ballots can be cast here.
        POINTS = "points", _("Share out points")
        RANKING = "ranking", _("Rank in order")

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="polls")
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="polls"
    )
    kind = models.CharField(max_length=12, choices=Kind.choices)
    question = Line(max_length=160)
    explanation = Prose(default="", blank=True)
    opens = models.DateTimeField()
    closes = models.DateTimeField()
    max_choices = models.PositiveSmallIntegerField(null=True, blank=True)
    budget = models.BigIntegerField(null=True, blank=True, help_text=_("Cents"))
    currency = models.CharField(max_length=3, default="EUR")
    rule = models.CharField(
        max_length=40, default="", blank=True, help_text=_("Rule an imported one named")
    )
    imported = models.BooleanField(default=False)

    objects = PollQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["closes"], name="poll_closes")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="poll_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def topic(self) -> str:
        return f"poll.{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/polls/{self.pk}/"

    def is_open(self, now=None) -> bool:
        return self.opens <= (now or timezone.now()) < self.closes

    def has_closed(self, now=None) -> bool:
        return self.closes <= (now or timezone.now())

    def state(self, now=None) -> str:
        """`coming`, `open`, `closed` (being counted) or `counted`; reads `result`."""
        now = now or timezone.now()
        if now < self.opens:
            return "coming"
        if not self.has_closed(now):
            return "open"
        return "counted" if hasattr(self, "result") else "closed"


class Option(InLanguages):
    """A choice on a poll. `key` is its id in ballots and files (`p1`, or the file's own id)."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options")
    key = models.CharField(max_length=40)
    title = Line(max_length=300)
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, null=True, blank=True, related_name="options"
    )
    cost = models.BigIntegerField(null=True, blank=True, help_text=_("Cents"))
    order = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict, help_text=_("Category, target … of an imported one"))
    selected = models.BooleanField(null=True, blank=True, help_text=_("Published outcome"))

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "key"], name="option_key_once"),
        ]

    def __str__(self) -> str:
        return self.title


class PollHead(models.Model):
    """The one row of a poll that casting raises: turnout."""

    poll = models.OneToOneField(Poll, models.CASCADE, primary_key=True, related_name="head")
    turnout = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"turnout {self.turnout}"


class OpenBallot(models.Model):
    """One person's ballot in an open poll: canonical JSON as in the field's file formats."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="ballots")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="ballots")
    ballot = models.JSONField()
    cast = models.DateTimeField()
    mark = models.CharField(
        max_length=64,
        default="",
        db_default="",
        blank=True,
        help_text=_("Of its person who left, while she could give it anew (people.marks)"),
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "person"], name="one_ballot_each"),
        ]
        indexes = [
            models.Index(fields=["mark"], name="ballots_marked", condition=models.Q(mark__gt="")),
        ]

    def __str__(self) -> str:
        return f"ballot in poll {self.poll_id}"


class BareBallot(models.Model):
    """A ballot without a person, as an imported election publishes them; `weight` equal ones."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="bare_ballots")
    ballot = models.JSONField()
    weight = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"bare ballot in poll {self.poll_id}"


class Result(models.Model):
    """The exact count of a closed poll, made once."""

    poll = models.OneToOneField(Poll, models.CASCADE, primary_key=True, related_name="result")
    facts = models.JSONField()
    counted = models.DateTimeField()

    def __str__(self) -> str:
        return f"result of poll {self.poll_id}"
