"""Leaving: what it does is told first; then the account goes, and what was said in public stays."""

import email
import email.policy
import re
from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from live.revoking import close_sockets
from people import erasures, hooks
from people.hooks import GOES, Effect
from people.models import AuditRow, Follow, Letter, Notice, Person
from people.verdicts import YES, Verdict, require


def effects_of_leaving(person: Person) -> list[Effect]:
    """Everything that will happen, with her own numbers: what goes, what stays, what still runs."""
    return [effect for told in hooks.effects_of_leaving for effect in told(person)]


def may_leave(person: Person) -> Verdict:
    """Everybody may, once duties that nobody else could take up are handed over."""
    refusals = (verdict for asked in hooks.may_leave if not (verdict := asked(person)))
    return next(refusals, YES)


@transaction.atomic
def leave(*, person: Person) -> None:
    """Delete a person's account for good; what she published stays as a former participant's."""
    Person.objects.select_for_update().get(pk=person.pk)
    require(may_leave(person))
    erase(person, at=timezone.now())


@transaction.atomic
def erase(person: Person, *, at: datetime) -> None:
    """Take the person out of everything, asking nobody: for `leave` and for a replayed journal."""
    number = person.pk
    for run in hooks.leaving:
        run(person)
    tear_up_letters(person)
    for row in AuditRow.objects.filter(facts__person=number):
        row.facts = row.facts | {"person": None}
        row.save(update_fields=["facts"])
    close_sockets(number, reason="left")
    erasures.write_down(number, at)
    Person.objects.get(pk=number).delete()
    transaction.on_commit(wipe_the_file, robust=True)


def addresses_of(person: Person) -> set[str]:
    others = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return {person.email.lower(), *(email.lower() for email in others)}


def tear_up_letters(person: Person) -> None:
    """Letters to her go, those still queued too; where letters are files, every file that names her."""
    addresses = addresses_of(person)
    letters = Letter.objects.annotate(address=Lower("to"))
    letters.filter(Q(person=person) | Q(address__in=addresses)).delete()
    words = {*addresses, person.display_name}
    transaction.on_commit(partial(remove_files_with, words), robust=True)


def remove_files_with(words: set[str]) -> None:
    """Only where no mail server is set are there any files: in a demonstration."""
    named = re.compile(
        "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE
    )
    for file in Path(settings.EMAIL_FILES).glob("*.eml"):
        message = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
        bodies = [
            part.get_content() for part in message.walk() if part.get_content_maintype() == "text"
        ]
        if named.search("\n".join([*map(str, message.values()), *bodies])):
            file.unlink(missing_ok=True)


def wipe_the_file() -> None:
    """On SQLite: deleted words leave the file's bytes, which `secure_delete` zeroes, and the log."""
    if connection.vendor == "sqlite":
        from people.jobs import wipe_log  # the job needs this module's neighbours in turn

        wipe_log.enqueue()


def own_effects(person: Person) -> Iterable[Effect]:
    """Hook: what people itself keeps."""
    yield Effect(
        _("Your account goes: your e-mail address, your name, your password and second factor."),
        GOES,
    )
    yield Effect(_("You are signed out everywhere, and keys to the API stop working."), GOES)
    follows = Follow.objects.filter(person=person).count()
    notices = Notice.objects.filter(person=person).count()
    if follows or notices:
        yield Effect(
            _("What you follow (%(follows)d) and your notices (%(notices)d) are deleted.")
            % {"follows": follows, "notices": notices},
            GOES,
        )
    hers = Q(person=person) | Q(to__iexact=person.email)
    waiting = Letter.objects.filter(hers, sent__isnull=True).count()
    if waiting:
        yield Effect(
            ngettext(
                "%(count)d letter to you that waits to be sent is torn up.",
                "%(count)d letters to you that wait to be sent are torn up.",
                waiting,
            )
            % {"count": waiting},
            GOES,
        )
