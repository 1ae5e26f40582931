"""Leaving: the effects are told first, then the person is gone and what she published stays."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from consultations.models import Appointment, Role
from consultations.roles import roles_of
from discussions.actions import post_point, react
from discussions.models import Point, Reaction, Report
from live.models import Revocation
from people import erasures, posting
from people.jobs import wipe_log
from people.leaving import effects_of_leaving, leave, may_leave
from people.models import AuditRow, Erasure, Letter, Notice, Person, Session, Token
from people.verdicts import Refused
from proposals.models import Counters, Draft, Proposal
from tests.factories import a_person, a_phase, a_place, a_proposal, appoint
from tests.people.lives import PHRASE, a_full_life, a_letter_to
from tests.voting.polls import a_poll, close
from voting.actions import cast_ballot, count_poll, give_support, supporting
from voting.models import OpenBallot, PollHead, Support

CANARY = b"canary"


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.EMAIL_FILES = tmp_path / "mail"
    settings.MEDIA_ROOT = tmp_path / "media"


def everything_in_the_database() -> bytes:
    """Every column of every table, as bytes."""
    said = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            said += [repr(row) for row in cursor.fetchall()]
    return "\n".join(said).lower().encode()


def everything_on_disk(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file()).lower()


def bytes_of_sqlite() -> bytes:
    name = Path(connection.settings_dict["NAME"])
    files = [name, name.with_name(f"{name.name}-wal")]
    return b"".join(file.read_bytes() for file in files if file.exists()).lower()


@pytest.mark.django_db(transaction=True)
def test_nothing_that_was_hers_alone_is_found_anywhere_afterwards(tmp_path, caplog):
    caplog.set_level(logging.DEBUG)
    amara = a_full_life()
    phone = Client()
    phone.post("/account/login/", {"login": amara.email, "password": PHRASE})
    a_letter_to(amara)
    assert posting.send(Letter.objects.latest("pk").key)
    a_letter_to(amara)  # and one that still waits
    assert CANARY in everything_in_the_database()
    assert CANARY in everything_on_disk(tmp_path)
    if connection.vendor == "sqlite":
        assert CANARY in bytes_of_sqlite()
    caplog.clear()

    leave(person=amara)

    assert CANARY not in everything_in_the_database()
    assert CANARY not in everything_on_disk(tmp_path)
    assert CANARY.decode() not in caplog.text.lower()
    if connection.vendor == "sqlite":
        wipe_log.func()
        found = bytes_of_sqlite()
        assert CANARY not in found
        assert b"shade for both squares" in found


@pytest.mark.django_db
def test_threads_and_counts_stay_and_the_author_reads_as_a_former_participant(client):
    amara = a_full_life()
    shade = Proposal.objects.get(title="Shade for both squares")
    point = Point.objects.get(author=amara, parent=None)
    call_command("verify_tallies")  # factories count nothing
    before = list(Counters.objects.order_by("pk").values())
    leave(person=amara)
    assert list(Counters.objects.order_by("pk").values()) == before
    call_command("verify_tallies", check=True)
    page = client.get(shade.get_absolute_url()).text
    assert "a former participant" in page.lower() and "Lime trees." in page
    assert "It is cooler under trees." in page
    point.refresh_from_db()
    assert point.author is None and point.replies_count == 1
    answer = Point.objects.get(parent=point)
    assert answer.agree == Reaction.objects.filter(point=answer).count() == 1
    assert client.get(f"/api/v1/proposals/{shade.pk}/").json()["author"] is None


@pytest.mark.django_db
def test_sessions_keys_roles_and_drafts_end(client):
    amara = a_full_life()
    client.force_login(amara)
    number = amara.pk
    leave(person=amara)
    assert client.get("/account/").status_code == 302
    assert not Session.objects.filter(person__isnull=False).exists()
    for model in (Token, Notice, Draft, Appointment, EmailAddress):
        key = {"EmailAddress": "user"}.get(model.__name__, "person")
        assert not model.objects.filter(**{f"{key}_id": number}).exists()
    assert Revocation.objects.filter(person_id=number).exists()


@pytest.mark.django_db
def test_the_audit_trail_keeps_the_act_without_the_person():
    amara = a_full_life()
    acts = sorted(AuditRow.objects.filter(person=amara).values_list("act", flat=True))
    given = AuditRow.objects.create(
        act="role.given", topic="place.1", facts={"role": "editor", "person": amara.pk}
    )
    leave(person=amara)
    kept = sorted(AuditRow.objects.filter(act__in=acts).values_list("act", flat=True))
    assert kept == acts
    assert not AuditRow.objects.filter(person__isnull=False).exists()
    given.refresh_from_db()
    assert given.facts == {"role": "editor", "person": None}
    assert AuditRow.objects.filter(act="role.ended").count() == 3


@pytest.mark.django_db
def test_others_are_no_longer_told_her_name(client):
    amara, bo = a_person("Amara Canary"), a_person("Bo")
    shade = a_proposal(author=bo)
    point = post_point(person=bo, proposal=shade, kind="for", body="It is cool.")
    post_point(person=amara, proposal=shade, kind=None, body="Very.", parent=point)
    client.force_login(bo)
    assert "Amara Canary" in client.get("/notices/").text
    leave(person=amara)
    page = client.get("/notices/").text
    assert "Very." in page and "Canary" not in page


@pytest.mark.django_db
def test_what_she_reported_is_still_judged_but_no_longer_hers():
    amara = a_full_life()
    leave(person=amara)
    report = Report.objects.get()
    assert (report.person, report.email, report.source) == (None, "", "")
    assert report.facts == "It advertises a thermometer."


# ---- Nobody counts twice by leaving and coming back -------------------------------------------


def back_again(email="amara@example.org") -> Person:
    """She signed up and confirmed an address."""
    person = a_person("Amara", email=email)
    address = EmailAddress.objects.get(user=person)
    email_confirmed.send(sender=EmailAddress, request=None, email_address=address)
    return person


@pytest.mark.django_db
def test_who_comes_back_with_the_same_address_supports_once():
    amara, shade = a_person("Amara", email="amara@example.org"), a_proposal(author=a_person("Bo"))
    give_support(person=amara, proposal=shade)
    leave(person=amara)
    again = back_again()
    assert Support.objects.get().person == again
    give_support(person=again, proposal=shade)
    assert Support.objects.get().person == again
    assert Counters.objects.get(proposal=shade).supports == 1
    other = back_again("other@example.org")
    give_support(person=other, proposal=shade)
    assert Counters.objects.get(proposal=shade).supports == 2


@pytest.mark.django_db
def test_who_comes_back_reacts_and_votes_once():
    amara, bo = a_person("Amara", email="amara@example.org"), a_person("Bo")
    shade = a_proposal(author=bo)
    a_phase(shade.consultation, "vote", takes_votes=True)
    point = post_point(person=bo, proposal=shade, kind="for", body="It is cool.")
    poll = a_poll("yes-no", consultation=shade.consultation)
    react(person=amara, point=point, value="agree")
    cast_ballot(person=amara, poll=poll, ballot={"kind": "yes-no", "choice": "yes"})
    leave(person=amara)
    assert PollHead.objects.get(poll=poll).turnout == 1
    again = back_again()
    react(person=again, point=point, value="disagree")
    cast_ballot(person=again, poll=poll, ballot={"kind": "yes-no", "choice": "no"})
    point.refresh_from_db()
    assert (point.agree, point.disagree) == (0, 1)
    assert PollHead.objects.get(poll=poll).turnout == 1
    assert OpenBallot.objects.get().ballot["choice"] == "no"


@pytest.mark.django_db
def test_the_mark_goes_when_nothing_can_be_given_any_more():
    amara, shade = a_person("Amara"), a_proposal(author=a_person("Bo"))
    a_phase(shade.consultation, "vote", takes_votes=True)
    give_support(person=amara, proposal=shade)
    poll = a_poll("yes-no", consultation=shade.consultation)
    cast_ballot(person=amara, poll=poll, ballot={"kind": "yes-no", "choice": "yes"})
    leave(person=amara)
    now = timezone.now()
    supporting.forget_marks(shade.consultation_id, now)
    assert Support.objects.get().mark, "support is still open"
    supporting.forget_marks(shade.consultation_id, now + timedelta(days=400))
    close(poll)
    count_poll(poll.pk)
    assert (Support.objects.get().mark, OpenBallot.objects.get().mark) == ("", "")


@pytest.mark.django_db
def test_a_ballot_of_who_left_keeps_its_day_and_no_moment():
    amara = a_full_life()
    leave(person=amara)
    cast = OpenBallot.objects.get().cast
    assert (cast.hour, cast.minute, cast.second, cast.microsecond) == (0, 0, 0, 0)


# ---- The effects are told first ----------------------------------------------------------------


@pytest.mark.django_db
def test_the_effects_are_told_with_her_own_numbers():
    said = [str(effect.sentence) for effect in effects_of_leaving(a_full_life())]
    together = "\n".join(said)
    for words in (
        "2 proposals stay with every version",
        "1 point or reply stays",
        "1 support stays counted",
        "1 reaction stays counted",
        "1 unsent draft is deleted",
        "1 report of yours is still judged",
        "Your 3 roles end",
        "Your ballot in “",
        "take it back before",
    ):
        assert words in together, words


@pytest.mark.django_db
def test_who_did_nothing_is_told_nothing_but_that_the_account_goes():
    assert len(effects_of_leaving(a_person("Dana"))) == 2


@pytest.mark.django_db
def test_the_last_organiser_hands_over_first():
    city = a_place("Lindhaven")
    olga, omar = a_person("Olga"), a_person("Omar")
    appoint(olga, Role.ORGANISER, place=city)
    verdict = may_leave(olga)
    assert "You are the last organiser of Lindhaven." in str(verdict)
    with pytest.raises(Refused):
        leave(person=olga)
    assert Person.objects.filter(pk=olga.pk).exists()
    appoint(omar, Role.ORGANISER, place=city)
    leave(person=olga)
    assert roles_of(omar).holds_at(Role.ORGANISER, city.pk)


def signed_in(person) -> Client:
    client = Client()
    client.post("/account/login/", {"login": person.email, "password": PHRASE})
    return client


def at_the_page(client):
    """The page of leaving, after the password once more."""
    answer = client.get("/account/leaving/")
    return client.post(answer.headers["Location"], {"password": PHRASE}, follow=True)


@pytest.fixture
def dana(db):
    person = a_person("Dana", email="dana@example.org")
    person.set_password(PHRASE)
    person.save()
    return person


def test_dana_reads_what_happens_ticks_and_is_gone(dana):
    client = signed_in(dana)
    page = at_the_page(client)
    assert "What happens when you leave" in page.text and "What goes" in page.text
    unsure = client.post("/account/leaving/", {})
    assert unsure.status_code == 400 and unsure.text.count("Tick that you are sure.") == 2
    assert Person.objects.filter(pk=dana.pk).exists()
    gone = client.post("/account/leaving/", {"sure": "on"}, follow=True)
    assert "Your account is deleted" in gone.text
    assert not Person.objects.filter(email="dana@example.org").exists()
    assert "_auth_user_id" not in client.session


def test_without_the_password_once_more_nothing_is_deleted(dana):
    client = signed_in(dana)
    answer = client.post("/account/leaving/", {"sure": "on"})
    assert answer.headers["Location"].startswith("/account/reauthenticate/")
    assert Person.objects.filter(pk=dana.pk).exists()


def test_the_last_organiser_reads_why_not(dana):
    appoint(dana, Role.ORGANISER, place=a_place("Lindhaven"))
    Authenticator.objects.all().delete()
    page = at_the_page(signed_in(dana))
    assert "You are the last organiser of Lindhaven." in page.text
    assert "Delete my account for good" not in page.text


# ---- The journal of erasures -------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_journal_holds_a_number_and_a_moment_and_brings_nobody_back(tmp_path):
    amara, bo = a_person("Amara Canary"), a_person("Bo")
    number = amara.pk
    leave(person=amara)
    said = (tmp_path / "erasures.jsonl").read_text()
    assert said.count("\n") == 1 and f'"person": {number}' in said and "anary" not in said
    # Yesterday's backup comes back.
    returned = Person(pk=number, email="amara@example.org", display_name="Amara Canary")
    returned.save(force_insert=True)
    Person.objects.filter(pk=number).update(joined=timezone.now() - timedelta(days=2))
    Erasure.objects.all().delete()
    assert erasures.replay() == [number]
    assert list(Person.objects.values_list("pk", flat=True)) == [bo.pk]
    assert erasures.replay() == []
    assert len(list(erasures.entries())) == 1


@pytest.mark.django_db(transaction=True)
def test_who_joined_after_an_erasure_and_has_the_number_is_not_meant():
    amara = a_person("Amara")
    number = amara.pk
    leave(person=amara)
    newcomer = Person(pk=number, email="new@example.org", display_name="Noor")
    newcomer.save(force_insert=True)
    assert erasures.replay() == []
    assert Person.objects.filter(pk=number).exists()


@pytest.mark.django_db(transaction=True)
def test_a_line_lost_in_a_crash_is_added_the_next_time(tmp_path):
    leave(person=a_person("Amara"))
    leave(person=a_person("Bo"))
    whole = (tmp_path / "erasures.jsonl").read_text()
    (tmp_path / "erasures.jsonl").write_text(whole.splitlines()[0] + '\n{"pers')
    assert erasures.copy_to_file() == 1
    assert len(list(erasures.entries())) == 2


@pytest.mark.django_db(transaction=True)
def test_an_erasure_that_is_rolled_back_is_not_in_the_journal(tmp_path):
    amara = a_person("Amara")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        leave(person=amara)
        1 / 0  # noqa: B018 - something fails afterwards
    assert not (tmp_path / "erasures.jsonl").exists()
    assert Person.objects.filter(pk=amara.pk).exists()
