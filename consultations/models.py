"""What may be done, where, by whom and until when: themes, places, consultations and their phases."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from tree_queries.models import TreeNode
from tree_queries.query import TreeQuerySet

from people.models import Person
from people.texts import InLanguages, Line, Prose


class Theme(InLanguages):
    """A field of policy. Eight are seeded: four threats to cities, four fields of new answers."""

    class Group(models.TextChoices):
        THREAT = "threat", _("What presses on every city")
        ANSWER = "answer", _("Where new answers grow")

    slug = models.SlugField(max_length=60, unique=True)
    name = Line(max_length=80)
    line = Line(max_length=240, default="", blank=True)
    group = models.CharField(max_length=10, choices=Group.choices)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.name

    @property
    def topic(self) -> str:
        return f"theme.{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/themes/{self.slug}/"


class Level(models.TextChoices):
    """How far up a place stands, from the street to the Union."""

    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
    DISTRICT = "district", _("District")
    CITY = "city", _("City")
    PROVINCE = "province", _("Province")
    STATE = "state", _("State")
    NATION = "nation", _("Nation")
    EU = "eu", _("European Union")


class Place(InLanguages, TreeNode):  # type: ignore[django-manager-missing]  # lost with two bases
    """A territory in the tree of places; `parent` is the level above."""

    name = Line(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    level = models.CharField(max_length=14, choices=Level.choices)

    objects = TreeQuerySet.as_manager()  # type: ignore[django-manager-missing]  # as above

    def __str__(self) -> str:
        return self.name

    @property
    def topic(self) -> str:
        return f"place.{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/places/{self.slug}/"


class Department(InLanguages):
    """A part of the administration that answers for something."""

    slug = models.SlugField(max_length=60, unique=True)
    name = Line(max_length=80)
    place = models.ForeignKey(Place, models.PROTECT, related_name="departments")

    def __str__(self) -> str:
        return self.name


class HouseRules(InLanguages):
    """One version of the rules of conduct. Never changed: a new version stands beside it."""

    version = models.PositiveIntegerField(unique=True)
    intro = Prose()
    in_force_from = models.DateTimeField()

    class Meta:
        ordering = ["-version"]

    def __str__(self) -> str:
        return f"house rules, version {self.version}"


class Clause(InLanguages):
    """A numbered clause of one version of the house rules, cited by decisions."""

    rules = models.ForeignKey(HouseRules, models.CASCADE, related_name="clauses")
    number = models.PositiveSmallIntegerField()
    title = Line(max_length=80)
    text = Prose()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["rules", "number"], name="clause_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class CityText(models.Model):
    """One version of a text of the city's own in one language: privacy, imprint, accessibility …

    Never changed: a new version stands beside it. Where there is none yet, our own text stands in.
    """

    class Page(models.TextChoices):
        PRIVACY = "privacy", _("Privacy notice")
        IMPRINT = "imprint", _("Imprint")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")
        CONTACT = "contact", _("Contact")
        SECURITY = "security", _("Reporting a weakness")
        DATA = "data", _("Open data")
        SOURCE = "source", _("Source code")

    page = models.CharField(max_length=16, choices=Page.choices)
    language = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    body = models.TextField(help_text=_("Markdown"))
    saved = models.DateTimeField()
    saved_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "language", "version"], name="city_text_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page} ({self.language}), version {self.version}"


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def published(self):
        return self.filter(published__isnull=False)

    def drafts(self):
        return self.filter(published__isnull=True)


class Consultation(InLanguages):
    """A question a city puts, with its phases, its promise and the one who must answer."""

    slug = models.SlugField(max_length=80, unique=True)
    title = Line(max_length=80)
    standfirst = Line(max_length=300, default="", blank=True)
    body = Prose(default="", blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="consultations")
    themes = models.ManyToManyField(Theme, related_name="consultations", blank=True)
    departments = models.ManyToManyField(Department, related_name="consultations", blank=True)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    published = models.DateTimeField(null=True, blank=True)
    who_may = Line(
        max_length=200, default="", blank=True, help_text=_("Who may take part, in words")
    )
    feeds = Line(
        max_length=200, default="", blank=True, help_text=_("What it feeds at the level above")
    )
    source = models.CharField(
        max_length=200, default="", blank=True, help_text=_("Where an imported one was published")
    )
    search_text = models.TextField(default="", blank=True, editable=False)

    # Stored counts of the list page, raised in the transaction of the act.
    proposal_count = models.PositiveIntegerField(default=0)
    last_proposal_id = models.BigIntegerField(default=0)

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["-published"], name="consultations_newest")]

    def __str__(self) -> str:
        return self.title

    @property
    def topic(self) -> str:
        return f"consultation.{self.pk}"

    def get_absolute_url(self) -> str:
        return f"/consultations/{self.slug}/"


class Phase(InLanguages):
    """A span of time in which some acts are open. What may be done *now* is this data.

    `opens` ≤ now < `closes`. Spans may overlap; an act is open when any open phase allows it.
    """

    class Kind(models.TextChoices):
        PROPOSE = "propose", _("Propose")
        DISCUSS = "discuss", _("Discuss")
        VOTE = "vote", _("Vote")
        ANSWER = "answer", _("The city answers")
        DELIVER = "deliver", _("Carry out")

    consultation = models.ForeignKey(Consultation, models.CASCADE, related_name="phases")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = Line(max_length=60)
    opens = models.DateTimeField()
    closes = models.DateTimeField()
    takes_proposals = models.BooleanField(default=False)
    takes_support = models.BooleanField(default=False)
    takes_points = models.BooleanField(default=False)
    takes_votes = models.BooleanField(default=False)

    class Meta:
        ordering = ["opens", "id"]
        indexes = [
            models.Index(fields=["opens"], name="phase_opens"),
            models.Index(fields=["closes"], name="phase_closes"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="phase_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_open(self, now=None) -> bool:
        return self.opens <= (now or timezone.now()) < self.closes

    def takes_something(self) -> bool:
        """Whether people can do anything in it."""
        return self.takes_proposals or self.takes_support or self.takes_points or self.takes_votes


class Promise(InLanguages):
    """What the city binds itself to before the call opens."""

    consultation = models.OneToOneField(Consultation, models.CASCADE, related_name="promise")
    who_decides = Line(max_length=200)
    what_happens = Prose(help_text=_("What the city will do with what people write"))
    answer_by = models.DateField()
    threshold = models.PositiveIntegerField(
        default=0, help_text=_("Supports from which every proposal gets an answer; 0 means all")
    )

    class Meta:
        indexes = [models.Index(fields=["answer_by"], name="promise_due")]

    def __str__(self) -> str:
        return f"answer by {self.answer_by}"


class Role(models.TextChoices):
    ORGANISER = "organiser", _("Organiser")
    MODERATOR = "moderator", _("Moderator")
    EVALUATOR = "evaluator", _("Evaluator")
    COUNTER_OFFICER = "counter-officer", _("Counter officer")
    EDITOR = "editor", _("Editor")


class Appointment(models.Model):
    """A person holds a role for a place (and all below it) or for one consultation."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="appointments")
    role = models.CharField(max_length=20, choices=Role.choices)
    place = models.ForeignKey(
        Place, models.CASCADE, null=True, blank=True, related_name="appointments"
    )
    consultation = models.ForeignKey(
        Consultation, models.CASCADE, null=True, blank=True, related_name="appointments"
    )
    department = models.ForeignKey(Department, models.SET_NULL, null=True, blank=True)
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    given = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(place__isnull=False) ^ models.Q(consultation__isnull=False),
                name="appointed_to_exactly_one",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "place"],
                condition=models.Q(place__isnull=False),
                name="one_role_per_place",
            ),
            models.UniqueConstraint(
                fields=["person", "role", "consultation"],
                condition=models.Q(consultation__isnull=False),
                name="one_role_per_consultation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.role}"
