"""New versions, withdrawing, hiding: what stands afterwards, and who hears of it."""

import pytest
from django.utils import timezone

from consultations.models import Consultation
from live.topics import versions
from people.models import Notice
from people.notices import phrase, tell
from people.verdicts import Refused, Stale
from proposals import hooks
from proposals.actions import (
    hide_proposal,
    publish_version,
    raise_counters,
    restore_proposal,
    submit_proposal,
    withdraw_proposal,
)
from proposals.events import VersionPublished
from proposals.models import Counters, Proposal
from proposals.topics import moved_rows, proposal_snapshots
from tests.factories import a_person, an_open_consultation

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def proposal(amara):
    return submit_proposal(
        person=amara, consultation=an_open_consultation(), title="Shade", body="Forty trees."
    )


def edit(person, proposal, body="Fifty trees.", base=1, **fields):
    return publish_version(
        person=person, proposal=proposal, title="Shade", body=body, base=base, **fields
    )


def count_of(proposal) -> int:
    return Consultation.objects.get(pk=proposal.consultation_id).proposal_count


def test_a_new_version_stands_beside_the_old_one(amara, proposal):
    version = edit(amara, proposal, note="Ten more")
    proposal.refresh_from_db()
    assert (proposal.version_number, proposal.body) == (2, "Fifty trees.")
    assert [(one.number, one.body) for one in proposal.versions.all()] == [
        (1, "Forty trees."),
        (2, "Fifty trees."),
    ]
    assert (version.number, version.note) == (2, "Ten more")
    assert "fifty" in proposal.search_text


def test_an_edit_from_an_old_version_is_stale_and_changes_nothing(amara, proposal):
    edit(amara, proposal)
    with pytest.raises(Stale):
        edit(amara, proposal, body="Sixty trees.", base=1)
    proposal.refresh_from_db()
    assert proposal.body == "Fifty trees."


def test_publishing_the_same_words_twice_makes_one_version(amara, proposal):
    assert edit(amara, proposal) == edit(amara, proposal)
    assert proposal.versions.count() == 2


def test_only_the_author_edits_and_withdraws(proposal):
    with pytest.raises(Refused):
        edit(a_person("Bo"), proposal)
    with pytest.raises(Refused):
        withdraw_proposal(person=a_person("Bo"), proposal=proposal)


def test_whoever_hangs_on_the_hook_hears_of_a_new_version(amara, proposal):
    heard = []
    hooks.version_published.append(lambda **facts: heard.append(facts))
    try:
        version = edit(amara, proposal)
    finally:
        hooks.version_published.pop()
    assert heard == [{"proposal": proposal, "version": version}]


def test_a_withdrawn_proposal_leaves_the_list_and_its_page_stays(amara, proposal):
    first = withdraw_proposal(person=amara, proposal=proposal, reason="Bo’s is better.")
    second = withdraw_proposal(person=amara, proposal=proposal, reason="Again.")
    assert (first, second.reason) == (second, "Bo’s is better.")
    assert not Proposal.objects.standing().exists()
    assert Proposal.objects.public().exists()
    assert count_of(proposal) == 0


def test_a_withdrawn_proposal_is_no_longer_edited(amara, proposal):
    withdraw_proposal(person=amara, proposal=proposal)
    with pytest.raises(Refused) as refused:
        edit(amara, proposal)
    assert refused.value.verdict.code == "withdrawn"


def test_hiding_takes_a_proposal_out_of_list_and_sockets_and_restoring_brings_it_back(proposal):
    now = timezone.now()
    hide_proposal(proposal, now)
    hide_proposal(proposal, now)
    assert count_of(proposal) == 0
    assert proposal_snapshots([proposal.pk]) == {}
    assert moved_rows(proposal.consultation_id, 0) == []
    restore_proposal(proposal)
    restore_proposal(proposal)
    assert count_of(proposal) == 1
    assert list(proposal_snapshots([proposal.pk])) == [proposal.pk]


def test_restoring_a_withdrawn_proposal_does_not_put_it_back_on_the_list(amara, proposal):
    withdraw_proposal(person=amara, proposal=proposal)
    hide_proposal(proposal, timezone.now())
    restore_proposal(proposal)
    assert not Counters.objects.get(pk=proposal.pk).standing
    assert count_of(proposal) == 0


def test_the_words_of_a_hidden_title_leave_the_notices_and_return(amara, proposal):
    phrase("proposal.tested", "News of “%(title)s”")
    tell(
        [amara.pk],
        topic=proposal.topic,
        event="proposal.tested",
        facts={"title": "Shade"},
        url="/",
    )
    hide_proposal(proposal, timezone.now())
    assert Notice.objects.get().facts == {"title": "a hidden proposal"}
    restore_proposal(proposal)
    assert Notice.objects.get().facts == {"title": "Shade"}


def test_counters_and_topics_rise_together(proposal):
    before = versions([proposal.topic])[proposal.topic]
    raise_counters(
        proposal.pk,
        proposal.consultation_id,
        because=VersionPublished(proposal.pk, proposal.consultation_id),
        supports=2,
        questions=1,
        last_point_id=9,
    )
    raise_counters(
        proposal.pk,
        proposal.consultation_id,
        because=VersionPublished(proposal.pk, proposal.consultation_id),
        supports=-1,
        last_point_id=4,
    )
    assert proposal_snapshots([proposal.pk]) == {
        proposal.pk: {
            "support_count": 1,
            "point_counts": {"for": 0, "against": 0, "question": 1},
            "last_point_id": 9,
            "version": 1,
            "status": "published",
        }
    }
    assert versions([proposal.topic])[proposal.topic] == before + 2


def test_only_rows_that_moved_since_are_sent(proposal, amara):
    consultation = proposal.consultation
    other = submit_proposal(person=amara, consultation=consultation, title="Rain", body="Keep it.")
    seen = versions([consultation.topic])[consultation.topic]
    assert moved_rows(consultation.pk, seen) == []
    raise_counters(
        other.pk, consultation.pk, because=VersionPublished(other.pk, consultation.pk), supports=1
    )
    assert moved_rows(consultation.pk, seen) == [
        {
            "id": other.pk,
            "support_count": 1,
            "point_counts": {"for": 0, "against": 0, "question": 0},
        }
    ]


def test_snapshots_cost_one_query_however_many(proposal, amara, django_assert_num_queries):
    others = [
        submit_proposal(
            person=amara, consultation=proposal.consultation, title=f"Shade {n}", body="Trees."
        )
        for n in range(2)
    ]
    for ids in ([proposal.pk], [proposal.pk, *(other.pk for other in others)]):
        with django_assert_num_queries(1):
            assert set(proposal_snapshots(ids)) == set(ids)
