"""Reporting: anybody, with or without an account, says that an item breaks the rules."""

import secrets

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from discussions.addresses import item_key
from discussions.events import ReportMade
from discussions.flooding import count_report, hashed
from discussions.models import Point, Report
from discussions.rules import consultation_of
from intake.errors import BadInput
from intake.text import clean_line, clean_text
from live.announcing import announce
from people.verdicts import Stale

FACTS_LIMIT = 2_000
EMAIL_LIMIT = 254
RECEIPT_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that looks like another


@transaction.atomic
def report_item(*, item, reason, facts, good_faith, person=None, email="", address=""):
    """Keep a report of a public item and tell its moderators. Returns `(report, is_new)`.

    Whoever has a report of this item waiting gets that one back: repeating makes nothing heavier.
    `address` is where the request came from; it is never kept, only hashed together with the item.
    Raises `TooMany` where one address floods the desk.
    """
    reason, facts, email = checked(reason, facts, good_faith, email)
    if address:
        count_report(address)
    source = hashed(
        item_key(item), person.pk if person else (email or address or secrets.token_hex())
    )
    if waiting := waiting_from(source):
        return waiting, False
    hold(item)
    try:
        with transaction.atomic():
            report = Report.objects.create(
                **target(item),
                consultation=consultation_of(item),
                reason=reason,
                facts=facts,
                email=email,
                person=person,
                receipt=new_receipt(),
                source=source,
                made=timezone.now(),
            )
    except IntegrityError:  # the same report, sent twice at the same moment
        if waiting := waiting_from(source):
            return waiting, False
        raise
    announce(ReportMade(consultation=report.consultation_id))
    return report, True


def hold(item) -> None:
    """Until the report is kept, nobody deletes what it is about."""
    held = type(item).objects.select_for_update(no_key=True).filter(pk=item.pk)
    if held.values("pk").first() is None:
        raise Stale(_("Its author deleted this meanwhile."), "deleted")


def target(item) -> dict:
    """The column that names an item, in reports, claims and decisions."""
    return {"point" if isinstance(item, Point) else "proposal": item}


def checked(reason, facts, good_faith, email):
    try:
        reason = Report.Reason(reason)
    except ValueError:
        raise BadInput(_("Choose what is wrong with it."), field="reason") from None
    facts = clean_text(facts, limit=FACTS_LIMIT, field=_("description"))
    if good_faith is not True:
        raise BadInput(
            _("Confirm that you believe what you report to be true."), field="good_faith"
        )
    email = clean_line(email or "", limit=EMAIL_LIMIT, field=_("e-mail address"), required=False)
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise BadInput(
                _("Write the e-mail address like name@example.org, or leave it empty."),
                field="email",
            ) from None
    return reason, facts, email.lower()


def waiting_from(source: str) -> Report | None:
    return Report.objects.filter(source=source, decision__isnull=True).first()


def new_receipt() -> str:
    """`K7QM-3XHD-94TR`: short enough to write down, too many to guess."""
    letters = [secrets.choice(RECEIPT_LETTERS) for _place in range(12)]
    return "-".join("".join(letters[at : at + 4]) for at in (0, 4, 8))
