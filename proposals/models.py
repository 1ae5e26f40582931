"""A proposal, its immutable versions, its counters, and the city's answer to it."""

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from consultations.models import Consultation, Department, Place, Theme
from people.languages import now_spoken
from people.models import Person

TITLE_LIMIT = 80
BODY_LIMIT = 10_000
WHERE_LIMIT = 200
ALT_LIMIT = 200


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def public(self):
        """What everybody may read: in a published consultation and not hidden by a decision."""
        return self.filter(hidden__isnull=True, consultation__published__isnull=False)

    def standing(self):
        """Public and not withdrawn."""
        return self.public().filter(withdrawal__isnull=True)


class Proposal(models.Model):
    """What somebody asks the city to do. Its words live in versions; the newest is copied here."""

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="proposals")
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="proposals")
    title = models.CharField(max_length=TITLE_LIMIT)
    body = models.TextField(help_text=_("Markdown of the newest version"))
    place = models.ForeignKey(
        Place, models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    where = models.CharField(max_length=WHERE_LIMIT, default="", blank=True)
    pictures = models.JSONField(
        default=list, blank=True, help_text=_("Of the newest version, as it keeps them")
    )
    version_number = models.PositiveIntegerField(default=1)
    cost = models.BigIntegerField(null=True, blank=True, help_text=_("Cents, where costed"))
    posted = models.DateTimeField()
    hidden = models.DateTimeField(
        null=True, blank=True, help_text=_("Set and cleared only together with a decision")
    )
    language = models.CharField(
        max_length=12, default=now_spoken, help_text=_("In which it was written")
    )
    search_text = models.TextField(default="", blank=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["consultation", "-id"], name="proposals_newest"),
            models.Index(fields=["author", "-id"], name="proposals_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def topic(self) -> str:
        return f"proposal.{self.pk}"

    @property
    def slug(self) -> str:
        """Words of the title; none while it is hidden, because addresses are public."""
        return "" if self.hidden else slugify(self.title)[:60]

    def get_absolute_url(self) -> str:
        """`/proposals/34-shade-for-the-square/`: the number decides, the slug decorates.

        A hidden one has no slug: its title must not be read in the address either.
        """
        return f"/proposals/{self.pk}-{self.slug}/" if self.slug else f"/proposals/{self.pk}/"


class Version(models.Model):
    """The words of a proposal as published at one moment. Never changed."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=TITLE_LIMIT)
    body = models.TextField()
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    published = models.DateTimeField()
    language = models.CharField(
        max_length=12, default=now_spoken, help_text=_("In which it was written")
    )
    note = models.CharField(max_length=200, default="", blank=True)
    pictures = models.JSONField(
        default=list, blank=True, help_text=_("List of picture, alt, width, height, in order")
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"


class Picture(models.Model):
    """A picture somebody sent, drawn anew. Its files lie in `DATA_DIR/media`, in a few widths.

    Until a version shows it, it is its sender's alone; then it is read and hidden with its proposal.
    """

    name = models.CharField(max_length=40, unique=True, help_text=_("Random: tells nothing"))
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, blank=True, related_name="every_picture"
    )
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    made = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name}, {self.width} × {self.height}"


class ThemeEffect(models.Model):
    """A theme that a proposal touches, and how: one area helps or costs another."""

    class Effect(models.TextChoices):
        HELPS = "helps", _("helps")
        COSTS = "costs", _("costs")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="effects")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="effects")
    effect = models.CharField(max_length=5, choices=Effect.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["proposal", "theme"], name="one_effect_per_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.effect} {self.theme}"


class Withdrawal(models.Model):
    """The author took the proposal back; its page stays."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=500, default="", blank=True)

    def __str__(self) -> str:
        return f"{self.proposal} withdrawn"


class Counters(models.Model):
    """The stored numbers of a proposal: its topic's snapshot, the API's numbers, the lists' sort.

    One row per proposal, raised by `proposals.actions.raise_counters` in the transaction of the
    act and checked by `manage.py verify_tallies`. `change` is the consultation topic's version at
    the last change, so that a list asks only for rows that moved.
    """

    proposal = models.OneToOneField(
        Proposal, models.CASCADE, primary_key=True, related_name="counters"
    )
    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="+")
    supports = models.PositiveIntegerField(default=0)
    points_for = models.PositiveIntegerField(default=0)
    points_against = models.PositiveIntegerField(default=0)
    questions = models.PositiveIntegerField(default=0)
    last_point_id = models.BigIntegerField(default=0)
    change = models.BigIntegerField(default=0)
    standing = models.BooleanField(
        default=True, help_text=_("In the public list: neither hidden nor withdrawn")
    )
    answered = models.BooleanField(
        default=False, help_text=_("The city has answered; set in the answer's own transaction")
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["consultation", "standing", "-supports", "-proposal"],
                name="most_supported_first",
            ),
            models.Index(
                fields=["consultation", "standing", "-proposal"], name="newest_standing_first"
            ),
            models.Index(
                fields=["consultation", "standing", "answered", "-supports", "-proposal"],
                name="answered_or_waiting",
            ),
            models.Index(fields=["consultation", "change"], name="moved_since"),
        ]

    def __str__(self) -> str:
        return f"{self.supports} supports"


class Draft(models.Model):
    """A proposal being written on staged pages: leaving and coming back loses nothing.

    Texts have no limit here: what is too long is kept, and refused in words where it is sent.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="drafts")
    title = models.TextField(default="", blank=True)
    body = models.TextField(default="", blank=True)
    place = models.ForeignKey(Place, models.SET_NULL, null=True, blank=True)
    where = models.TextField(default="", blank=True)
    pictures = models.JSONField(default=list, blank=True)
    effects = models.JSONField(default=dict, help_text=_("theme slug → helps or costs"))
    saved = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "consultation"], name="one_draft_per_consultation"
            ),
        ]

    def __str__(self) -> str:
        return self.title or "untitled draft"


class Answer(models.Model):
    """What the city says to a proposal, in its own voice. One per proposal once published."""

    class Kind(models.TextChoices):
        WILL = "will", _("We will do it")
        PARTLY = "partly", _("We will do part of it")
        WONT = "wont", _("We will not do it")

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="answer")
    kind = models.CharField(max_length=6, choices=Kind.choices)
    because = models.TextField()
    language = models.CharField(
        max_length=12, default=now_spoken, help_text=_("In which it was written")
    )
    money = models.CharField(max_length=200, default="", blank=True)
    department = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="answers"
    )
    who = models.CharField(max_length=120, default="", blank=True)
    by_when = models.CharField(max_length=120, default="", blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    published = models.DateTimeField()
    due = models.DateField(help_text=_("What the promise said, kept with the answer"))
    search_text = models.TextField(default="", blank=True, editable=False)

    class Meta:
        indexes = [models.Index(fields=["-published"], name="answers_newest")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.proposal}"


class Commitment(models.Model):
    """One thing the city said it would do, and by when."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="commitments")
    what = models.CharField(max_length=200)
    who = models.CharField(max_length=120, default="", blank=True)
    due = models.DateField()
    done = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.what


class AnswerDraft(models.Model):
    """An answer being written at the desk, kept until it is published."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="answer_draft")
    fields = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    saved = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"draft answer to {self.proposal}"
