"""Who takes part: persons, their tokens, what they follow, what they were told, what was audited."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """Kinds of participants, as results are read by kind."""

    CITIZEN = "citizen", _("Citizen")
    ASSOCIATION = "association", _("Association")
    BUSINESS = "business", _("Business")
    INSTITUTION = "institution", _("Institution")
    POLICY_MAKER = "policy-maker", _("Policy maker")
    CIVIL_SERVANT = "civil-servant", _("Civil servant")


class People(BaseUserManager["Person"]):
    """Finds persons by address, which is kept in lower case so that one address is one person."""

    def get_by_natural_key(self, email: str | None) -> "Person":
        return self.get(email=(email or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody with an account: an e-mail address nobody else sees, and a name that others read.

    Roles are appointments (`consultations.models.Appointment`), never flags on the person.
    """

    email = models.EmailField(_("e-mail address"), unique=True)
    display_name = models.CharField(_("name shown to others"), max_length=60)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.CITIZEN)
    language = models.CharField(
        max_length=12, default="", blank=True, help_text=_("Empty until she has chosen one")
    )
    joined = models.DateTimeField(auto_now_add=True)
    is_active = models.BooleanField(default=True)

    last_login = None  # a write on each sign-in that nobody reads

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    objects = People()

    def __str__(self) -> str:
        return self.display_name


class Session(AbstractBaseSession):
    """Where somebody is signed in; `people.sessions` fills it. A visitor's has no person."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="sessions")
    device = models.CharField(max_length=40, default="", blank=True)
    began = models.DateField(default=timezone.localdate)
    seen = models.DateField(default=timezone.localdate)

    @classmethod
    def get_session_store_class(cls):
        from people.sessions import SessionStore  # which needs this model in turn

        return SessionStore


class Token(models.Model):
    """A key to the API, stored hashed (SHA-256 of the key, hex); made by the operator."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"token of {self.person}"


class Follow(models.Model):
    """A person wants to hear of a topic, for example `proposal.34`."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="follows")
    topic = models.CharField(max_length=100)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="one_follow_each"),
        ]
        indexes = [models.Index(fields=["topic", "person"], name="followers_of_a_topic")]

    def __str__(self) -> str:
        return f"{self.person} follows {self.topic}"


class Notice(models.Model):
    """What a person was told: one per (person, topic, event, ref).

    The sentence is made when it is read, from `event` and `facts`, in the reader's language;
    upper apps register a phrase for each event (`people.notices.phrase`). `addressed` ones concern
    the person herself and may be mailed at once. `letter_key` names the letter that carries it:
    while it is empty the next digest takes it up, and then never again.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="notices")
    topic = models.CharField(max_length=100)
    event = models.CharField(max_length=60)
    ref = models.CharField(max_length=60, default="", blank=True)
    facts = models.JSONField(default=dict)
    url = models.CharField(max_length=300)
    addressed = models.BooleanField(default=False)
    letter_key = models.CharField(max_length=120, default="", blank=True)
    made = models.DateTimeField(auto_now_add=True)
    read = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "topic", "event", "ref"], name="one_notice_each"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_newest_first"),
            models.Index(fields=["topic"], name="notices_of_a_topic"),
            models.Index(
                fields=["person", "-id"],
                name="notice_unread",
                condition=models.Q(read__isnull=True),
            ),
            models.Index(
                fields=["person", "made"],
                name="notice_waits_for_a_digest",
                condition=models.Q(read__isnull=True, letter_key=""),
            ),
            models.Index(
                fields=["letter_key"],
                name="notices_of_a_letter",
                condition=~models.Q(letter_key=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} for {self.person}"


class LetterChoice(models.Model):
    """What somebody wants by mail. Whoever never chose has no row: `DEFAULT` below.

    `letters` is the one switch that wins over everything but letters about the account itself.
    What happened before `since` is not mailed: switching on brings no flood.
    """

    class Digest(models.TextChoices):
        DAILY = "daily", _("Every day")
        WEEKLY = "weekly", _("Once a week")
        NEVER = "never", _("Never")

    DEFAULT = Digest.WEEKLY

    person = models.OneToOneField(
        Person, models.CASCADE, primary_key=True, related_name="letter_choice"
    )
    letters = models.BooleanField(default=True)
    at_once = models.BooleanField(default=True)
    digest = models.CharField(max_length=6, choices=Digest.choices, default=DEFAULT)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"letters of {self.person}"


class AuditRow(models.Model):
    """One privileged act: who did what to which topic. Written, never changed."""

    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="audited")
    act = models.CharField(max_length=60)
    topic = models.CharField(max_length=100)
    facts = models.JSONField(default=dict)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["topic", "-id"], name="audit_of_a_topic")]

    def __str__(self) -> str:
        return f"{self.act} {self.topic}"


class Erasure(models.Model):
    """Somebody left: the number she had, and when. `people.erasures` keeps a copy outside."""

    number = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["number", "at"], name="one_erasure_each")]

    def __str__(self) -> str:
        return f"person {self.number} left"


class Letter(models.Model):
    """A mail on its way out, written in the transaction of the act that causes it.

    `key` makes it idempotent: the same letter is never queued twice. `next_try` is when it may be
    tried, and while it is being tried the time until which nobody else may; `handed` is set before
    its words leave us, so that a letter whose fate is unknown is never sent a second time.
    Sent words are not kept: they may hold codes. A notice or digest has no words here at all: they
    are found when it leaves, so that what was hidden meanwhile is not in it.
    """

    class Kind(models.TextChoices):
        NECESSARY = "necessary"
        DECISION = "decision"
        NOTICE = "notice"
        DIGEST = "digest"

    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(
        max_length=9,
        choices=Kind.choices,
        default=Kind.NECESSARY,
        help_text=_("Only necessary ones leave where a person wants no letters"),
    )
    person = models.ForeignKey(
        Person,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="letters",
        help_text=_("Then it goes to the address she has when it leaves"),
    )
    to = models.EmailField(default="", blank=True)
    language = models.CharField(max_length=12, default="", blank=True)
    subject = models.CharField(max_length=200, default="", blank=True)
    text = models.TextField(default="", blank=True)
    html = models.TextField(default="", blank=True)
    made = models.DateTimeField(auto_now_add=True)
    handed = models.DateTimeField(null=True, blank=True)
    sent = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try"], name="letters_waiting", condition=models.Q(sent__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.key


class Demonstration(models.Model):
    """Stands in a database that was seeded as a demonstration, and in no other.

    Known passwords work only where this row exists.
    """

    seeded_on = models.DateField()
    dates_moved_on = models.DateField()

    def __str__(self) -> str:
        return f"demonstration of {self.seeded_on}"


class City(models.Model):
    """Who speaks here: one row, written by `manage.py start_city` and changed on a screen.

    Without it the city is called SITE_NAME and has Polyphony's own colour. Languages are codes, the
    city's own first.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=60)
    colour = models.CharField(max_length=7, default="", blank=True)
    languages = models.JSONField(default=list)
    crest = models.CharField(max_length=64, default="", blank=True)
    started = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_city")]

    def __str__(self) -> str:
        return self.name


class Crest(models.Model):
    """The city's crest as a PNG, under the digest that its address carries."""

    digest = models.CharField(max_length=64, primary_key=True)
    png = models.BinaryField()

    def __str__(self) -> str:
        return self.digest


class Tallied(models.Model):
    """How often something was done lately, for limits that several processes keep together.

    `key` holds no address, only a keyed hash; the row is cleared away once it has expired.
    """

    key = models.CharField(max_length=160, primary_key=True)
    count = models.PositiveIntegerField()
    expires = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.count} of {self.key}"
