"""Points, reactions, and due process: reports, claims, decisions and their statements of reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.models import Clause, Consultation
from people.languages import now_spoken
from people.models import Person
from proposals.models import Proposal

POINT_LIMIT = 500


class PointQuerySet(models.QuerySet["Point"]):
    def standing(self):
        return self.filter(hidden__isnull=True, withdrawn__isnull=True)


class Point(models.Model):
    """An argument for or against a proposal, a question to the city, or a reply to one of them."""

    class Kind(models.TextChoices):
        FOR = "for", _("For")
        AGAINST = "against", _("Against")
        QUESTION = "question", _("Question to the city")

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="points")
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="replies"
    )
    kind = models.CharField(
        max_length=8, choices=Kind.choices, help_text=_("A reply has its parent's")
    )
    author = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="points")
    body = models.CharField(max_length=POINT_LIMIT)
    language = models.CharField(
        max_length=12, default=now_spoken, help_text=_("In which it was written")
    )
    official = models.BooleanField(default=False, help_text=_("Written by a civil servant on duty"))
    posted = models.DateTimeField()
    hidden = models.DateTimeField(
        null=True, blank=True, help_text=_("Set and cleared only together with a decision")
    )
    withdrawn = models.DateTimeField(
        null=True, blank=True, help_text=_("Taken back by its author; the thread stays")
    )
    edited = models.DateTimeField(
        null=True, blank=True, help_text=_("Changed after somebody had reacted to it")
    )
    replies_count = models.PositiveIntegerField(default=0)
    agree = models.PositiveIntegerField(default=0)
    disagree = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    search_text = models.TextField(default="", blank=True, editable=False)

    objects = PointQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["proposal", "kind", "-id"],
                name="points_newest_first",
                condition=models.Q(parent__isnull=True),
            ),
            models.Index(fields=["parent", "id"], name="replies_oldest_first"),
            models.Index(fields=["author", "-id"], name="points_of_a_person"),
            models.Index(
                fields=["parent", "id"],
                name="replies_of_civil_servants",
                condition=models.Q(official=True, parent__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.body[:40]}"

    @property
    def topic(self) -> str:
        return f"point.{self.pk}"

    @property
    def stands(self) -> bool:
        """Whether everybody may read its words, as far as the point itself goes."""
        return self.hidden is None and self.withdrawn is None

    def get_absolute_url(self) -> str:
        return f"/points/{self.pk}/"


class EarlierWords(models.Model):
    """What a point said before its author changed it, kept where somebody had reacted to it."""

    point = models.ForeignKey(Point, models.CASCADE, related_name="earlier")
    body = models.CharField(max_length=POINT_LIMIT)
    until = models.DateTimeField()

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.body[:40]


class PointChange(models.Model):
    """That a point was changed, withdrawn, deleted, hidden or restored: its number, never its words.

    `v` is the version of `points.34` (the proposal's number) at which open pages hear of it.
    """

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="+")
    number = models.BigIntegerField(unique=True, help_text=_("Of the point, which may be gone"))
    v = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["proposal", "-v"], name="changed_points_newest")]

    def __str__(self) -> str:
        return f"point {self.number} changed"


class Reaction(models.Model):
    """What one person thinks of a point. Shown to herself; totals after she has reacted."""

    class Value(models.TextChoices):
        AGREE = "agree", _("Agree")
        DISAGREE = "disagree", _("Disagree")
        PASS = "pass", _("Pass")

    point = models.ForeignKey(Point, models.CASCADE, related_name="reactions")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="reactions")
    value = models.CharField(max_length=8, choices=Value.choices)
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
            models.UniqueConstraint(fields=["point", "person"], name="one_reaction_each"),
        ]
        indexes = [
            models.Index(fields=["mark"], name="reactions_marked", condition=models.Q(mark__gt="")),
        ]

    def __str__(self) -> str:
        return f"{self.value} on {self.point_id}"


def exactly_one_target(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(proposal__isnull=False) ^ models.Q(point__isnull=False), name=name
    )


class Report(models.Model):
    """Somebody, perhaps without an account, says that an item breaks the rules."""

    class Reason(models.TextChoices):
        INSULT = "insult", _("It insults or threatens somebody")
        PERSONAL_DATA = "personal-data", _("It tells private things about a person")
        SPAM = "spam", _("It is advertising or spam")
        OFF_TOPIC = "off-topic", _("It has nothing to do with the question")
        ILLEGAL = "illegal", _("It is against the law")
        OTHER = "other", _("Something else")

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, blank=True, related_name="reports"
    )
    point = models.ForeignKey(Point, models.CASCADE, null=True, blank=True, related_name="reports")
    consultation = models.ForeignKey(
        Consultation, models.CASCADE, related_name="+", help_text=_("Whose moderators judge it")
    )
    reason = models.CharField(max_length=14, choices=Reason.choices)
    facts = models.TextField()
    email = models.EmailField(default="", blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    receipt = models.CharField(max_length=20, unique=True)
    source = models.CharField(
        max_length=64,
        default="",
        blank=True,
        help_text=_("Keyed hash of the item and who reported it: says only “the same one again”"),
    )
    made = models.DateTimeField()
    decision = models.ForeignKey(
        "Decision", models.SET_NULL, null=True, blank=True, related_name="reports"
    )

    class Meta:
        constraints = [
            exactly_one_target("report_names_one_item"),
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(decision__isnull=True) & ~models.Q(source=""),
                name="one_waiting_report_each",
            ),
        ]
        indexes = [
            models.Index(
                fields=["consultation", "id"],
                name="reports_waiting",
                condition=models.Q(decision__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.receipt}"


class Claim(models.Model):
    """A moderator is on an item, so that two do not judge it at once. Ends by itself (`until`)."""

    proposal = models.OneToOneField(
        Proposal, models.CASCADE, null=True, blank=True, related_name="claim"
    )
    point = models.OneToOneField(Point, models.CASCADE, null=True, blank=True, related_name="claim")
    by = models.ForeignKey(Person, models.CASCADE, related_name="claims")
    until = models.DateTimeField()

    class Meta:
        constraints = [exactly_one_target("claim_names_one_item")]

    def __str__(self) -> str:
        return f"{self.by} is on it"


class Decision(models.Model):
    """What a moderator decided about an item, for good. Undoing is another decision."""

    class Kind(models.TextChoices):
        HIDE = "hide", _("Hide")
        RESTORE = "restore", _("Restore")
        DISMISS = "dismiss", _("Leave it as it is")

    proposal = models.ForeignKey(
        Proposal, models.CASCADE, null=True, blank=True, related_name="decisions"
    )
    point = models.ForeignKey(
        Point, models.CASCADE, null=True, blank=True, related_name="decisions"
    )
    kind = models.CharField(max_length=8, choices=Kind.choices)
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, blank=True)
    facts = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            exactly_one_target("decision_names_one_item"),
            models.CheckConstraint(
                condition=~models.Q(kind="hide") | models.Q(clause__isnull=False),
                name="hiding_cites_a_clause",
            ),
        ]
        indexes = [models.Index(fields=["-at"], name="decisions_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.point_id or self.proposal_id}"


class Statement(models.Model):
    """The statement of reasons of a restricting decision: exactly one, in its transaction."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="statement")
    scope = models.CharField(max_length=200)
    duration = models.CharField(max_length=80)
    facts = models.TextField()
    ground = models.CharField(max_length=200, help_text=_("Clause of the house rules, in words"))
    why = models.TextField()
    own_initiative = models.BooleanField()
    automated = models.BooleanField(default=False)
    complain = models.TextField(help_text=_("How to complain"))

    def __str__(self) -> str:
        return f"statement of {self.decision_id}"
