"""Who may read, write, change and withdraw: every role in every phase."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from consultations.models import Role
from consultations.queries import phases_of
from proposals.actions import hide_proposal
from proposals.models import Answer, Withdrawal
from proposals.rules import may_edit, may_propose, may_read, may_withdraw
from tests.factories import a_consultation, a_person, a_phase, a_proposal, appoint

pytestmark = pytest.mark.django_db

PHASES = {
    "propose": {"takes_proposals": True, "takes_support": True},
    "discuss": {"takes_points": True},
    "vote": {"takes_votes": True},
    "answer": {},
}
ROLES = ["author", "other", "stranger", *Role.values]

# What stands here is allowed; everything else is refused.
ALLOWED = {
    "propose": {("propose", role) for role in ROLES if role != "stranger"},
    "edit": {("propose", "author"), ("discuss", "author")},
    "withdraw": {("propose", "author"), ("discuss", "author"), ("answer", "author")},
}


@pytest.fixture
def proposal():
    return a_proposal(consultation=a_consultation())


def somebody(role: str, proposal):
    if role == "author":
        return proposal.author
    if role == "stranger":
        return AnonymousUser()
    person = a_person("Bo")
    if role != "other":
        appoint(person, role, consultation=proposal.consultation)
    return person


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("phase", PHASES)
def test_every_role_in_every_phase(proposal, phase, role):
    a_phase(proposal.consultation, phase, **PHASES[phase])
    phases, person = phases_of(proposal.consultation), somebody(role, proposal)
    verdicts = {
        "propose": may_propose(person, proposal.consultation, phases),
        "edit": may_edit(person, proposal, phases),
        "withdraw": may_withdraw(person, proposal, phases),
    }
    for act, verdict in verdicts.items():
        assert bool(verdict) == ((phase, role) in ALLOWED[act]), act
        assert bool(verdict) or str(verdict).endswith(".")
    assert may_read(person, proposal)


@pytest.mark.parametrize("role", ROLES)
def test_hidden_words_are_for_author_and_moderators(proposal, role):
    hide_proposal(proposal, timezone.now())
    verdict = may_read(somebody(role, proposal), proposal)
    assert bool(verdict) == (role in {"author", "moderator"})
    assert bool(verdict) or verdict.code == "hidden"


@pytest.mark.parametrize("role", ROLES)
def test_what_is_not_published_is_for_its_organisers(role):
    proposal = a_proposal(consultation=a_consultation(published=False))
    verdict = may_read(somebody(role, proposal), proposal)
    assert bool(verdict) == (role == "organiser")
    assert bool(verdict) or verdict.code == "unseen"


@pytest.mark.parametrize(
    ("state", "code"), [("hidden", "hidden"), ("withdrawn", "withdrawn"), ("answered", "answered")]
)
def test_a_text_that_no_longer_stands_is_neither_changed_nor_withdrawn(proposal, state, code):
    now = timezone.now()
    a_phase(proposal.consultation, takes_proposals=True)
    if state == "hidden":
        hide_proposal(proposal, now)
    elif state == "withdrawn":
        Withdrawal.objects.create(proposal=proposal, by=proposal.author, at=now)
    else:
        Answer.objects.create(
            proposal=proposal, kind="will", because="Yes.", published=now, due=now.date()
        )
    phases = phases_of(proposal.consultation)
    for rule in (may_edit, may_withdraw):
        assert rule(proposal.author, proposal, phases).code == code


def test_once_the_vote_has_begun_a_proposal_is_no_longer_withdrawn(proposal):
    a_phase(proposal.consultation, "vote", opens=-9, closes=-2, takes_votes=True)
    a_phase(proposal.consultation, "discuss", takes_points=True)
    phases = phases_of(proposal.consultation)
    assert may_withdraw(proposal.author, proposal, phases).code == "vote-open"
    assert may_edit(proposal.author, proposal, phases)
