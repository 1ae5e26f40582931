"""Themes, places, consultations and answers by the API: whole, public, light."""

from datetime import timedelta

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from consultations.models import Role
from proposals.actions import publish_answer
from proposals.models import Answer
from tests.asking import asking
from tests.factories import (
    a_consultation,
    a_department,
    a_person,
    a_phase,
    a_place,
    a_proposal,
    a_theme,
    an_open_consultation,
    appoint,
)

pytestmark = pytest.mark.django_db
V1 = "/api/v1"


@pytest.fixture
def api():
    return APIClient()


def an_evaluator(place):
    ewa = a_person("Ewa")
    appoint(ewa, Role.EVALUATOR, place=place)
    return ewa


def answered(proposal) -> Answer:
    return publish_answer(
        person=an_evaluator(proposal.consultation.place),
        proposal=proposal,
        kind="will",
        because="Yes.",
        commitments=[{"what": "Trees", "due": timezone.localdate()}],
    )


def test_a_consultation_comes_with_phases_promise_and_counts(api):
    consultation = a_consultation("Greener streets", proposal_count=4, last_proposal_id=9)
    consultation.themes.add(a_theme("Rivers"))
    consultation.departments.add(a_department("Parks", consultation.place))
    a_phase(consultation, takes_proposals=True)
    found = api.get(f"{V1}/consultations/{consultation.pk}/").json()
    assert found["url"] == consultation.get_absolute_url()
    assert (found["phase"], found["state"], found["proposal_count"]) == ("Propose", "open", 4)
    assert found["themes"] == [consultation.themes.get().slug]
    assert found["promise"]["who_decides"] == "The city council"
    assert [phase["takes_proposals"] for phase in found["phases"]] == [True]
    assert found["place"]["name"] == "Lindhaven"


def test_drafts_are_not_there(api):
    draft = an_open_consultation(published=False)
    assert api.get(f"{V1}/consultations/").json()["results"] == []
    missing = api.get(f"{V1}/consultations/{draft.pk}/")
    assert missing.status_code == 404
    assert set(missing.json()) == {"detail", "code", "fields"}


def test_lists_go_on_by_cursor(api):
    for _turn in range(3):
        an_open_consultation()
    first = api.get(f"{V1}/consultations/?limit=2").json()
    second = api.get(first["next"]).json()
    ids = [one["id"] for one in first["results"] + second["results"]]
    assert ids == sorted(ids, reverse=True)
    assert (len(ids), second["next"], first["previous"]) == (3, None, None)


def test_themes_and_places_narrow_the_list(api):
    theme = a_theme()
    mine, _other = an_open_consultation("Mine"), an_open_consultation("Other")
    mine.themes.add(theme)
    for query in (f"theme={theme.slug}", f"place={mine.place_id}"):
        found = api.get(f"{V1}/consultations/?{query}").json()["results"]
        assert [one["title"] for one in found] == ["Mine"]
    for nonsense in ("place=x", "place=" + "9" * 30, "theme=%00x", "theme=nothing"):
        assert api.get(f"{V1}/consultations/?{nonsense}").status_code in (200, 400)


@pytest.mark.parametrize("resource", ["themes", "places", "consultations", "answers"])
def test_lists_cost_the_same_for_one_and_three(api, resource):
    counts = []
    for _turn in range(3):
        consultation = an_open_consultation(place=a_place(parent=a_place()))
        consultation.themes.add(a_theme())
        consultation.departments.add(a_department(place=consultation.place))
        answered(a_proposal(consultation=consultation))
        with asking() as questions:
            assert api.get(f"{V1}/{resource}/").json()["results"]
        counts.append(len(questions))
    assert len(set(counts)) == 1
    assert counts[0] <= 4


def test_a_theme_has_its_slug_and_a_place_its_parent(api):
    theme = a_theme("Rivers")
    assert api.get(f"{V1}/themes/{theme.slug}/").json()["name"] == "Rivers"
    city = a_place("Lindhaven")
    east = a_place("Eastside", "district", parent=city)
    found = api.get(f"{V1}/places/{east.pk}/").json()
    assert (found["parent"], found["level"]) == (city.pk, "district")


def the_answer(on, **changed):
    return {"proposal": on.pk, "kind": "partly", "because": "It is hot."} | changed


def test_an_evaluator_answers(api):
    proposal = a_proposal()
    department = a_department("Parks", proposal.consultation.place)
    api.force_authenticate(an_evaluator(proposal.consultation.place))
    due = str(timezone.localdate() + timedelta(days=9))
    words = the_answer(
        proposal, department=department.slug, commitments=[{"what": "Trees", "due": due}]
    )
    made = api.post(f"{V1}/answers/", words, format="json")
    assert made.status_code == 201, made.json()
    assert made.json()["commitments"] == [{"what": "Trees", "who": "", "due": due, "done": None}]
    assert made.json()["department"] == department.slug
    again = api.post(f"{V1}/answers/", words, format="json")
    assert (again.status_code, again.json()["code"]) == (403, "answered")
    listed = api.get(f"{V1}/answers/?proposal={proposal.pk}").json()["results"]
    assert [one["id"] for one in listed] == [made.json()["id"]]


@pytest.mark.parametrize("role", [*Role, None])
def test_only_evaluators_answer(api, role):
    proposal = a_proposal()
    assert api.post(f"{V1}/answers/", the_answer(proposal), format="json").status_code == 401
    bo = a_person("Bo")
    if role:
        appoint(bo, role, place=proposal.consultation.place)
    api.force_authenticate(bo)
    status = api.post(f"{V1}/answers/", the_answer(proposal), format="json").status_code
    assert status == (201 if role == Role.EVALUATOR else 403)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "perhaps"},
        {"because": "  "},
        {"because": "x" * 5_001},
        {"department": "nowhere"},
        {"commitments": [{"what": "Trees"}]},
        {"commitments": "Trees"},
        {"proposal": "x"},
    ],
)
def test_bad_answers_are_refused_with_a_sentence(api, changed):
    proposal = a_proposal()
    api.force_authenticate(an_evaluator(proposal.consultation.place))
    refused = api.post(f"{V1}/answers/", the_answer(proposal, **changed), format="json")
    assert refused.status_code == 400
    assert refused.json()["detail"] and refused.json()["fields"]
    assert not Answer.objects.exists()


def test_an_answer_to_what_nobody_may_see_is_not_there(api):
    proposal = a_proposal(consultation=an_open_consultation(published=False))
    api.force_authenticate(an_evaluator(proposal.consultation.place))
    assert api.post(f"{V1}/answers/", the_answer(proposal), format="json").status_code == 404
    missing = the_answer(proposal, proposal=999_999)
    assert api.post(f"{V1}/answers/", missing, format="json").status_code == 404


def test_answers_to_hidden_proposals_leave_the_list(api):
    proposal = a_proposal()
    answer = answered(proposal)
    proposal.hidden = timezone.now()
    proposal.save()
    assert api.get(f"{V1}/answers/").json()["results"] == []
    assert api.get(f"{V1}/answers/{answer.pk}/").status_code == 404


def test_a_number_no_database_holds_is_refused_at_the_door(api):
    proposal = a_proposal()
    api.force_authenticate(an_evaluator(proposal.consultation.place))
    words = the_answer(proposal, proposal=10**30)
    refused = api.post(f"{V1}/answers/", words, format="json")
    assert (refused.status_code, bool(refused.json()["detail"])) == (400, True)
