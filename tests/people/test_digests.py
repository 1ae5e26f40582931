"""Digests: to whoever has something, once, in a constant number of statements, never twice."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from config import boundaries, clock
from config.models import Moment
from people import digests, posting
from people.jobs import send_waiting_letters, write_digests
from people.letter_choices import choose_letters
from people.models import Letter, LetterChoice, Notice
from people.notices import tell
from tests.asking import asking
from tests.factories import a_person, a_proposal, many_people
from tests.working import run_jobs

pytestmark = pytest.mark.django_db

HERE = ZoneInfo("Europe/Brussels")
MONDAY = datetime(2031, 3, 3, 7, tzinfo=HERE)
TUESDAY = MONDAY + timedelta(days=1)
DAILY, WEEKLY = LetterChoice.Digest.DAILY, LetterChoice.Digest.WEEKLY


def somebody(name="Dana", **chosen):
    """A person who wants a digest every day, unless it is said otherwise."""
    person = a_person(name)
    choose_letters(person=person, digest=chosen.pop("digest", DAILY), **chosen)
    LetterChoice.objects.filter(person=person).update(since=MONDAY - timedelta(days=90))
    return person


def told(*people, ref="1", at=MONDAY - timedelta(hours=2), **fields):
    proposal = fields.pop("proposal", None)
    tell(
        [person.pk for person in people],
        topic=proposal.topic if proposal else "proposal.999999",
        event="answer.published",
        ref=ref,
        facts={"title": "Shade"},
        url="/proposals/34/#answer",
        **fields,
    )
    Notice.objects.filter(ref=ref).update(made=at)


def keys() -> list[str]:
    return list(Letter.objects.filter(kind="digest").order_by("key").values_list("key", flat=True))


def test_only_who_has_something_and_wants_it_gets_a_digest():
    dana, weekly, never, off = (
        somebody("Dana"),
        somebody("Wout", digest=WEEKLY),
        somebody("Nora", digest=LetterChoice.Digest.NEVER),
        somebody("Olga", letters=False),
    )
    somebody("Leila")  # was told nothing
    read = somebody("Rens")
    gone = somebody("Gunnar")
    told(dana, weekly, never, off, read, gone)
    Notice.objects.filter(person=read).update(read=timezone.now())
    gone.is_active = False
    gone.save()
    assert digests.write_digests(DAILY, TUESDAY) == 1
    assert keys() == [f"digest.daily.2031-03-04.{dana.pk}"]
    assert digests.write_digests(WEEKLY, MONDAY) == 1
    assert keys()[1:] == [f"digest.weekly.2031-03-03.{weekly.pk}"]


def test_who_never_chose_gets_one_a_week():
    dana = a_person("Dana")
    told(dana)
    assert digests.write_digests(DAILY, MONDAY) == 0
    assert digests.write_digests(WEEKLY, MONDAY) == 1


def test_a_digest_is_written_once_and_never_repeats_a_notice():
    dana = somebody()
    told(dana)
    assert [digests.write_digests(DAILY, MONDAY) for _ in range(3)] == [1, 0, 0]
    told(dana, ref="later", at=MONDAY - timedelta(minutes=1))  # committed late, or on another clock
    assert digests.write_digests(DAILY, MONDAY) == 0
    assert digests.write_digests(DAILY, TUESDAY) == 1
    assert digests.write_digests(DAILY, TUESDAY + timedelta(days=1)) == 0
    in_letters = Notice.objects.order_by("ref").values_list("ref", "letter_key")
    assert list(in_letters) == [
        ("1", f"digest.daily.2031-03-03.{dana.pk}"),
        ("later", f"digest.daily.2031-03-04.{dana.pk}"),
    ]


def test_what_comes_after_the_hour_waits_for_the_next_one():
    dana = somebody()
    told(dana, at=MONDAY + timedelta(seconds=1))
    assert digests.write_digests(DAILY, MONDAY) == 0
    assert digests.write_digests(DAILY, TUESDAY) == 1


def test_turning_digests_on_brings_no_flood_of_old_news():
    dana = somebody(digest=LetterChoice.Digest.NEVER)
    told(dana, at=timezone.now() - timedelta(days=2))
    choose_letters(person=dana, digest=DAILY)
    assert digests.write_digests(DAILY, timezone.now()) == 0
    told(dana, ref="new", at=timezone.now())
    assert digests.write_digests(DAILY, timezone.now()) == 1


def test_what_waited_for_more_than_a_month_is_history():
    told(somebody(), at=MONDAY - timedelta(days=32))
    assert digests.write_digests(DAILY, MONDAY) == 0


@pytest.mark.parametrize("many", [2, 40])
def test_a_thousand_digests_cost_three_statements(many):
    told(*(somebody(f"Person {number}") for number in range(many)))
    with asking() as asked:
        assert digests.write_digests(DAILY, MONDAY) == many
    assert len(asked) == 4  # people, notices, letters; and that nobody is left


def test_batches_go_on_where_the_one_before_ended(monkeypatch):
    monkeypatch.setattr(digests, "BATCH", 3)
    people = [somebody(f"Person {number}") for number in range(8)]
    told(*people)
    told(*people, ref="2")
    assert digests.write_digests(DAILY, MONDAY) == 8
    assert sorted(keys()) == sorted(f"digest.daily.2031-03-03.{one.pk}" for one in people)
    assert not Notice.objects.filter(letter_key="").exists()


def test_a_worker_killed_between_batches_goes_on_exactly_once(monkeypatch):
    monkeypatch.setattr(digests, "BATCH", 3)
    people = [somebody(f"Person {number}") for number in range(8)]
    told(*people)
    write_for, batches = digests.write_for, []

    def write_and_be_killed(some, frequency, at):
        write_for(some, frequency, at)
        batches.append(some)
        if len(batches) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(digests, "write_for", write_and_be_killed)
    with pytest.raises(KeyboardInterrupt):
        digests.write_digests(DAILY, MONDAY)
    assert len(keys()) == 6
    monkeypatch.setattr(digests, "write_for", write_for)
    assert digests.write_digests(DAILY, MONDAY) == 2
    assert len(keys()) == len(set(keys())) == 8


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_inside_a_batch_leaves_nothing_half_done(monkeypatch):
    told(somebody())
    bulk_create = Letter.objects.bulk_create

    def killed(*_args, **_more):
        raise KeyboardInterrupt

    monkeypatch.setattr(Letter.objects, "bulk_create", killed)
    with pytest.raises(KeyboardInterrupt):
        digests.write_digests(DAILY, MONDAY)
    assert Notice.objects.get().letter_key == ""
    monkeypatch.setattr(Letter.objects, "bulk_create", bulk_create)
    assert digests.write_digests(DAILY, MONDAY) == 1


# ---- The clock -----------------------------------------------------------------------------------


@pytest.fixture
def city_clock():
    before = list(clock.sources)
    boundaries.register()
    yield
    clock.sources[:] = before


@pytest.mark.parametrize(
    ("frequency", "now", "last", "following"),
    [
        (DAILY, MONDAY, MONDAY, TUESDAY),
        (DAILY, MONDAY - timedelta(seconds=1), MONDAY - timedelta(days=1), MONDAY),
        (WEEKLY, MONDAY, MONDAY, MONDAY + timedelta(days=7)),
        (WEEKLY, TUESDAY + timedelta(hours=9), MONDAY, MONDAY + timedelta(days=7)),
        (WEEKLY, MONDAY - timedelta(hours=1), MONDAY - timedelta(days=7), MONDAY),
    ],
)
def test_digests_are_due_at_the_citys_hour_every_day_or_on_mondays(frequency, now, last, following):
    assert digests.last_instant(frequency, now) == last
    assert digests.next_instant(frequency, now) == following


def test_the_hour_stays_the_citys_hour_when_clocks_are_changed():
    before = datetime(2031, 3, 29, 7, tzinfo=HERE)  # clocks go forward in the next night
    after = digests.next_instant(DAILY, before)
    assert timezone.localtime(after).hour == 7
    assert after.timestamp() - before.timestamp() == 23 * 3600


def test_the_clock_has_digests_written_once_at_their_hour(city_clock):
    told(somebody(), at=MONDAY - timedelta(hours=1))
    assert clock.next_boundary(MONDAY - timedelta(minutes=5)) == MONDAY
    assert clock.tell_what_is_due(MONDAY - timedelta(seconds=1)) == []
    assert clock.tell_what_is_due(MONDAY) == ["digest.daily is due"]
    assert clock.tell_what_is_due(MONDAY + timedelta(minutes=1)) == []
    assert Moment.objects.get(thing="digest.daily is due").at == MONDAY
    run_jobs("mail")
    assert len(keys()) == 1 or not Letter.objects.exists()


def test_a_city_with_nothing_to_tell_has_no_hour_of_digests(city_clock):
    somebody()
    assert clock.tell_what_is_due(MONDAY) == []
    assert clock.next_boundary(MONDAY) is None


def test_a_city_that_was_off_for_days_writes_one_digest_not_one_a_day(city_clock):
    told(somebody(), at=MONDAY - timedelta(days=5))
    assert clock.tell_what_is_due(MONDAY + timedelta(hours=3)) == ["digest.daily is due"]


# ---- On their way --------------------------------------------------------------------------------


def test_digests_leave_in_rounds_each_once(postbox):
    proposal = a_proposal()
    people = [somebody(f"Person {number}") for number in range(5)]
    told(*people, proposal=proposal)
    write_digests.call("daily", MONDAY.isoformat())
    run_jobs("mail")
    assert sorted(postbox.addresses) == sorted(person.email for person in people)
    send_waiting_letters.call()
    assert len(postbox.received) == 5


def test_a_long_round_ends_so_that_other_letters_go_in_between(postbox, monkeypatch):
    monkeypatch.setattr("people.jobs.ROUND_SECONDS", 0.0)
    told(*(somebody(f"Person {number}") for number in range(3)), proposal=a_proposal())
    digests.write_digests(DAILY, MONDAY)
    send_waiting_letters.call()
    assert len(postbox.received) == 1
    assert DBTaskResult.objects.ready().count() == 1, "the rest has a round of its own"
    assert run_jobs("mail") == 2
    assert len(postbox.received) == 3


@pytest.mark.parametrize("said", ["451 Try again later", "421 Shutting down"], ids=["451", "421"])
def test_a_digest_refused_for_now_leaves_later_once(postbox, said):
    told(somebody(), proposal=a_proposal())
    digests.write_digests(DAILY, MONDAY)
    postbox.say_to_address = said
    send_waiting_letters.call()
    assert postbox.received == []
    postbox.say_to_address = None
    letter = Letter.objects.get(kind="digest")
    assert (letter.text, letter.to, letter.attempts) == ("", "", 1), "its words are not kept"
    assert posting.send(letter.key, now=timezone.now() + timedelta(minutes=2))
    assert not posting.send(letter.key, now=timezone.now() + timedelta(days=2))
    assert len(postbox.received) == 1


def test_a_digest_refused_for_good_is_laid_aside_and_the_others_leave(postbox):
    people = [somebody(f"Person {number}") for number in range(3)]
    told(*people, proposal=a_proposal())
    digests.write_digests(DAILY, MONDAY)
    postbox.say_to_address = "550 No such person"
    posting.send(keys()[0])
    postbox.say_to_address = None
    send_waiting_letters.call()
    assert len(postbox.received) == 2
    assert Letter.objects.get(sent__isnull=True).trouble.startswith("address refused: 550")


def test_a_slow_server_gets_every_digest_once(postbox):
    postbox.delay = 0.2
    told(*(somebody(f"Person {number}") for number in range(3)), proposal=a_proposal())
    digests.write_digests(DAILY, MONDAY)
    send_waiting_letters.call()
    assert len(postbox.received) == len(set(postbox.addresses)) == 3


@pytest.mark.long
def test_fifty_thousand_people_of_whom_a_tenth_has_something():
    people = many_people(50_000)
    since = MONDAY - timedelta(days=90)
    LetterChoice.objects.bulk_create(
        [LetterChoice(person=one, digest=DAILY, since=since) for one in people], batch_size=5_000
    )
    for number in range(10):
        told(*people[::10], ref=str(number))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    began = timezone.now()
    with asking() as asked:
        assert digests.write_digests(DAILY, MONDAY) == 5_000
    # SQLite takes an insert of a thousand rows in fifteen pieces.
    each = 2 + (15 if connection.vendor == "sqlite" else 1)
    assert len(asked) == each * 5 + 1
    assert timezone.now() - began < timedelta(seconds=60)
    assert digests.write_digests(DAILY, MONDAY) == 0
