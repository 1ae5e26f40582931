"""One's own words: changed for ten minutes, deleted whole, or withdrawn so that everybody sees it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command

from discussions.actions import (
    correct_point,
    decide,
    delete_point,
    post_point,
    react,
    report_item,
    withdraw_point,
)
from discussions.models import Decision, EarlierWords, Point, Reaction
from discussions.queries.points import found_points
from discussions.topics import change_snapshots
from intake.errors import BadInput
from intake.search import matching
from live.topics import versions
from people.models import Notice
from people.verdicts import Refused, Stale
from proposals.models import Counters

pytestmark = pytest.mark.django_db


@pytest.fixture
def point(chidi, proposal):
    return post_point(person=chidi, proposal=proposal, kind="for", body="Cooler by eight degrees.")


def later(point, minutes=11):
    Point.objects.filter(pk=point.pk).update(posted=point.posted - timedelta(minutes=minutes))
    return Point.objects.get(pk=point.pk)


def points_for(proposal):
    return Counters.objects.get(proposal=proposal).points_for


def report(point):
    return report_item(item=point, reason="insult", facts="Rude.", good_faith=True)[0]


def found(words):
    return list(matching(found_points(), words))


def numbers_are_true():
    call_command("verify_tallies", check=True, verbosity=0)


def test_words_nobody_has_met_are_replaced_without_a_trace(chidi, point, proposal):
    before = versions([f"points.{proposal.pk}"])[f"points.{proposal.pk}"]
    correct_point(person=chidi, point=point, body="Cooler by nine degrees.")
    point.refresh_from_db()
    assert (point.body, point.edited, point.earlier.count()) == ("Cooler by nine degrees.", None, 0)
    assert (found("nine"), found("eight")) == ([point], [])
    assert change_snapshots([proposal.pk, 999]) == {
        proposal.pk: {"changed": [{"id": point.pk, "v": before + 1}]},
        999: {"changed": []},
    }


@pytest.mark.parametrize("meet", ["react", "reply", "report"])
def test_words_somebody_has_met_stay_readable_beside_the_new(meet, amara, chidi, point, proposal):
    if meet == "react":
        react(person=amara, point=point, value="agree")
    elif meet == "reply":
        post_point(person=amara, proposal=proposal, kind="for", body="By ten.", parent=point)
    else:
        report(point)
    correct_point(person=chidi, point=point, body="No cooler at all.")
    point.refresh_from_db()
    assert point.edited
    assert [one.body for one in point.earlier.all()] == ["Cooler by eight degrees."]


def test_the_same_words_again_change_nothing(amara, chidi, point):
    react(person=amara, point=point, value="agree")
    correct_point(person=chidi, point=point, body=" Cooler by eight degrees. ")
    point.refresh_from_db()
    assert point.edited is None


def test_after_ten_minutes_words_stay_as_they_are(chidi, point):
    old = later(point)
    for act in (
        lambda: correct_point(person=chidi, point=old, body="New."),
        lambda: delete_point(person=chidi, point=old),
    ):
        with pytest.raises(Refused, match="for ten minutes, until"):
            act()
    assert Point.objects.get().body == "Cooler by eight degrees."


def test_only_the_author_changes_or_takes_back(amara, point):
    for person, sentence in ((amara, "Only its author"), (AnonymousUser(), "Sign in to change")):
        for act in (
            lambda who: correct_point(person=who, point=point, body="New."),
            lambda who: delete_point(person=who, point=point),
            lambda who: withdraw_point(person=who, point=point),
        ):
            with pytest.raises(Refused, match=sentence):
                act(person)


def test_words_are_not_changed_once_the_discussion_is_over(chidi, point, proposal):
    proposal.consultation.phases.update(closes=point.posted)
    with pytest.raises(Refused):
        correct_point(person=chidi, point=point, body="A last word.")
    withdraw_point(person=chidi, point=point)  # taking back is always possible


def test_bad_words_are_refused_as_in_a_new_point(chidi, clause, bo, point, proposal):
    with pytest.raises(BadInput):
        correct_point(person=chidi, point=point, body=" \u200b")
    rude = post_point(person=chidi, proposal=proposal, kind="for", body="Idiots.")
    decide(person=bo, item=rude, kind="hide", clause=clause, facts="Insult.")
    with pytest.raises(Refused, match="they were hidden"):
        correct_point(person=chidi, point=point, body="Idiots.")
    with pytest.raises(Refused, match="hidden by a decision"):
        correct_point(person=chidi, point=rude, body="Friends.")


def test_deleted_it_was_never_there(amara, chidi, point, proposal):
    react(person=amara, point=point, value="agree")
    delete_point(person=chidi, point=point)
    assert (Point.objects.count(), Reaction.objects.count(), points_for(proposal)) == (0, 0, 0)
    assert Counters.objects.get(proposal=proposal).last_point_id == 0
    assert change_snapshots([proposal.pk])[proposal.pk]["changed"]
    numbers_are_true()
    with pytest.raises(Stale, match="deleted this meanwhile"):
        delete_point(person=chidi, point=point)


def test_a_deleted_reply_leaves_no_notice_behind(amara, chidi, point, proposal):
    reply = post_point(person=amara, proposal=proposal, kind="for", body="By ten.", parent=point)
    assert Notice.objects.filter(person=chidi, event="point.replied").exists()
    delete_point(person=amara, point=reply)
    assert not Notice.objects.filter(event="point.replied").exists()
    assert Point.objects.get().replies_count == 0
    numbers_are_true()


def test_what_was_reported_or_judged_is_not_deleted_away(bo, chidi, point):
    report(point)
    with pytest.raises(Refused, match="a moderator must still be able to read it"):
        delete_point(person=chidi, point=point)
    decide(person=bo, item=point, kind="dismiss", facts="Nothing wrong.")
    with pytest.raises(Refused):
        delete_point(person=chidi, point=point)
    assert Decision.objects.count() == 1


def test_replies_of_others_are_not_deleted_with_it(amara, chidi, point, proposal):
    post_point(person=amara, proposal=proposal, kind="for", body="By ten.", parent=point)
    with pytest.raises(Refused, match="Somebody has replied"):
        delete_point(person=chidi, point=point)


def test_withdrawn_the_thread_stays_and_the_words_are_erased(amara, chidi, point, proposal):
    react(person=amara, point=point, value="agree")
    post_point(person=amara, proposal=proposal, kind="for", body="By ten.", parent=point)
    correct_point(person=chidi, point=point, body="Cooler.")
    old = later(point)
    withdraw_point(person=chidi, point=old)
    withdraw_point(person=chidi, point=old)
    kept = Point.objects.get(pk=point.pk)
    assert (kept.body, kept.search_text, kept.replies_count) == ("", "", 1)
    assert kept.withdrawn
    assert (EarlierWords.objects.count(), points_for(proposal), found("cooler")) == (0, 0, [])
    numbers_are_true()
    with pytest.raises(Refused, match="Its author withdrew this"):
        react(person=amara, point=kept, value="pass")
    with pytest.raises(Refused, match="can no longer be answered"):
        post_point(person=amara, proposal=proposal, kind="for", body="But…", parent=kept)
    with pytest.raises(Refused, match="You withdrew it on"):
        correct_point(person=chidi, point=kept, body="Again.")


def test_a_withdrawn_point_is_kept_for_who_judges_it_and_then_erased(bo, chidi, clause, point):
    report(point)
    withdraw_point(person=chidi, point=point)
    point.refresh_from_db()
    assert point.body == "Cooler by eight degrees."
    assert found("cooler") == []
    decide(person=bo, item=point, kind="dismiss", facts="Nothing wrong.")
    point.refresh_from_db()
    assert point.body == ""
    numbers_are_true()
    with pytest.raises(Stale, match="withdrew it"):
        decide(person=bo, item=point, kind="hide", facts="?", clause=clause)


def test_hiding_and_restoring_what_was_withdrawn_counts_nothing_twice(
    bo, chidi, clause, point, proposal
):
    report(point)
    withdraw_point(person=chidi, point=point)
    decide(person=bo, item=point, kind="hide", clause=clause, facts="Rude.")
    assert points_for(proposal) == 0
    decide(person=bo, item=point, kind="restore", facts="Not rude.")
    point.refresh_from_db()
    assert (points_for(proposal), point.body) == (0, "")
    numbers_are_true()
