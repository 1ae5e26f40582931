import pytest
from django.utils import timezone

from consultations.models import Consultation
from intake.errors import BadInput
from live.topics import versions
from people.models import Follow
from people.verdicts import Refused
from proposals.actions import save_draft, submit_proposal
from proposals.models import Counters, Draft, Proposal
from tests.factories import a_consultation, a_person, a_phase, a_theme, an_open_consultation

pytestmark = pytest.mark.django_db

WORDS = {"title": "Shade for the square", "body": "Forty plane trees along the south side."}


def test_amara_submits_a_proposal_and_it_stands_in_the_list_at_once():
    amara, consultation, theme = a_person("Amara"), an_open_consultation(), a_theme()
    proposal = submit_proposal(
        person=amara,
        consultation=consultation,
        place=consultation.place,
        where="The south side",
        effects={theme.slug: "helps"},
        **WORDS,
    )
    assert list(Proposal.objects.standing()) == [proposal]
    version = proposal.versions.get()
    assert (version.number, version.title, version.body) == (1, WORDS["title"], WORDS["body"])
    assert [(effect.theme, effect.effect) for effect in proposal.effects.all()] == [
        (theme, "helps")
    ]
    consultation.refresh_from_db()
    assert (consultation.proposal_count, consultation.last_proposal_id) == (1, proposal.pk)
    news = versions([proposal.topic, consultation.topic])
    assert news == {proposal.topic: 1, consultation.topic: 1}
    assert Counters.objects.get(pk=proposal.pk).change == 1
    assert Follow.objects.filter(person=amara, topic=proposal.topic).exists()


def test_sending_the_same_words_twice_makes_one_proposal():
    amara, consultation = a_person("Amara"), an_open_consultation()
    first = submit_proposal(person=amara, consultation=consultation, **WORDS)
    second = submit_proposal(person=amara, consultation=consultation, **WORDS)
    assert first == second
    consultation.refresh_from_db()
    assert consultation.proposal_count == 1


def test_the_draft_goes_when_the_proposal_is_sent():
    amara, consultation = a_person("Amara"), an_open_consultation()
    save_draft(person=amara, consultation=consultation, **WORDS)
    submit_proposal(person=amara, consultation=consultation, **WORDS)
    assert not Draft.objects.exists()


@pytest.mark.parametrize(
    ("opens", "closes", "takes", "code"),
    [
        (-1, 1, True, ""),
        (1, 2, True, "not-yet-open"),
        (-2, -1, True, "closed"),
        (-1, 1, False, "never-open"),
    ],
)
def test_people_propose_only_in_a_phase_that_takes_proposals(opens, closes, takes, code):
    consultation = a_consultation()
    a_phase(consultation, opens=opens, closes=closes, takes_proposals=takes)
    if not code:
        submit_proposal(person=a_person(), consultation=consultation, **WORDS)
        return
    with pytest.raises(Refused) as refused:
        submit_proposal(person=a_person(), consultation=consultation, **WORDS)
    assert refused.value.verdict.code == code
    assert not Proposal.objects.exists()


def test_nobody_proposes_in_a_consultation_that_is_still_a_draft():
    consultation = an_open_consultation(published=False)
    with pytest.raises(Refused):
        submit_proposal(person=a_person(), consultation=consultation, **WORDS)


@pytest.mark.parametrize(
    ("title", "body", "sentence"),
    [
        ("", "Trees.", "Write the title."),
        ("\u200b \u200b", "Trees.", "Write the title."),
        ("x" * 92, "Trees.", "Shorten the title by 12 characters."),
        ("Shade", "", "Write the text."),
        (
            "Shade\x00",
            "Trees.",
            "This holds a character that cannot be stored. Write that part again.",
        ),
    ],
)
def test_words_that_cannot_stand_are_refused_with_the_mend(title, body, sentence):
    with pytest.raises(BadInput) as refused:
        submit_proposal(
            person=a_person(), consultation=an_open_consultation(), title=title, body=body
        )
    assert refused.value.sentence == sentence
    assert not Proposal.objects.exists()


def test_a_theme_that_does_not_exist_is_refused():
    with pytest.raises(BadInput) as refused:
        submit_proposal(
            person=a_person(),
            consultation=an_open_consultation(),
            effects={"moon": "helps"},
            **WORDS,
        )
    assert refused.value.field == "themes"


def test_a_draft_keeps_whatever_was_typed_even_what_will_be_refused():
    amara, consultation = a_person("Amara"), an_open_consultation()
    save_draft(person=amara, consultation=consultation, title="x" * 500, body="a\x00b\ud800")
    save_draft(person=amara, consultation=consultation, where="by the fountain")
    draft = Draft.objects.get()
    assert (draft.title, draft.body) == ("x" * 500, "a\ufffdb\ufffd")
    assert draft.where == "by the fountain"


def test_counts_of_another_consultation_stay_as_they_were():
    consultation, other = an_open_consultation(), an_open_consultation("Night buses")
    submit_proposal(person=a_person(), consultation=consultation, **WORDS)
    assert Consultation.objects.get(pk=other.pk).proposal_count == 0
    assert timezone.now() >= Proposal.objects.get().posted
