"""Civil servants: the desk, the answer, the setting up, each by its role and to its end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.models import Consultation, Role
from proposals.models import Answer, AnswerDraft, Counters
from tests.asking import asking
from tests.factories import (
    a_consultation,
    a_department,
    a_person,
    a_place,
    a_proposal,
    a_theme,
    an_open_consultation,
    appoint,
)

pytestmark = pytest.mark.django_db

ROLE_SENTENCES = {
    Role.MODERATOR: "to judge",
    Role.EVALUATOR: "to answer",
    Role.ORGANISER: "in preparation",
}


def signed_in(client, role, place, name="Ewa"):
    person = a_person(name)
    appoint(person, role, place=place)
    client.force_login(person)
    return person


@pytest.mark.parametrize("role", list(Role))
def test_the_desk_shows_each_role_its_own_work(client, role):
    signed_in(client, role, a_place())
    page = client.get("/desk/").content.decode()
    for other, sentence in ROLE_SENTENCES.items():
        assert (sentence in page) == (other == role)


def test_the_desk_is_closed_to_those_without_a_role(client):
    assert client.get("/desk/").status_code == 302
    client.force_login(a_person("Dana"))
    for url in ("/desk/", "/desk/answers/", "/desk/consultations/", "/desk/consultations/new/"):
        assert client.get(url).status_code == 403


def test_sentences_name_counts_and_the_first_date(client):
    consultation = an_open_consultation()
    late = an_open_consultation("Late", place=consultation.place)
    late.promise.answer_by = timezone.localdate() - timedelta(days=2)
    late.promise.save()
    a_proposal(consultation=consultation)
    a_proposal(consultation=consultation)
    a_proposal(consultation=late)
    signed_in(client, Role.EVALUATOR, consultation.place)
    page = client.get("/desk/").content.decode()
    assert "2 proposals to answer" in page
    assert "first due on" in page
    assert "1 answer overdue" in page


def test_an_evaluator_sees_her_places_alone(client):
    mine, other = an_open_consultation("Mine"), an_open_consultation("Other")
    a_proposal("Here", consultation=mine)
    a_proposal("There", consultation=other)
    signed_in(client, Role.EVALUATOR, mine.place)
    assert [item["title"] for item in client.get("/desk/answers/").context["items"]] == ["Here"]
    page = client.get(f"/desk/answers/?consultation={other.slug}")
    assert [item["title"] for item in page.context["items"]] == ["Here"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_costs_the_same_for_one_and_three(client, rows):
    place = a_place()
    for _turn in range(rows):
        consultation = an_open_consultation(place=place)
        for _proposal in range(rows):
            a_proposal(consultation=consultation)
    signed_in(client, Role.EVALUATOR, place)
    for url, ceiling in (("/desk/", 9), ("/desk/answers/", 6)):
        with asking() as questions:
            assert client.get(url).status_code == 200
        assert len(questions) <= ceiling


def test_the_list_of_what_to_answer_goes_on_page_by_page(client):
    consultation = an_open_consultation()
    for turn in range(25):
        proposal = a_proposal(f"Idea {turn}", consultation=consultation)
        Counters.objects.filter(pk=proposal.pk).update(supports=turn % 4)
    signed_in(client, Role.EVALUATOR, consultation.place)
    first = client.get("/desk/answers/")
    second = client.get(first.context["next"])
    titles = [item["title"] for page in (first, second) for item in page.context["items"]]
    assert len(titles) == len(set(titles)) == 25


def words(**changed):
    return {
        "kind": "will",
        "because": "The square is **hot**.",
        "money": "€84,000",
        "who": "Parks",
        "by_when": "before summer",
        "what_0": "Twelve planes",
        "responsible_0": "Ilse Brandt",
        "due_0": str(timezone.localdate() + timedelta(days=90)),
    } | changed


def test_an_answer_is_written_checked_and_published(client):
    proposal = a_proposal("Shade for the square")
    department = a_department("Parks", proposal.consultation.place)
    signed_in(client, Role.EVALUATOR, proposal.consultation.place)
    url = f"/proposals/{proposal.pk}/answer/"
    assert client.get(url).status_code == 200
    checked = client.post(url, words(department=department.pk), follow=True)
    assert not Answer.objects.exists()
    page = checked.content.decode()
    for said in ("The city will do it", "<strong>hot</strong>", "Twelve planes", "Ilse Brandt"):
        assert said in page
    published = client.post(f"{url}check/", follow=True)
    assert published.status_code == 200
    answer = Answer.objects.get()
    assert (answer.department, answer.commitments.get().what) == (department, "Twelve planes")
    assert client.get(url).status_code == 302
    assert client.post(f"{url}check/").status_code == 302
    assert Answer.objects.count() == 1


def test_a_wrong_answer_keeps_its_words_and_names_the_mend(client):
    proposal = a_proposal()
    signed_in(client, Role.EVALUATOR, proposal.consultation.place)
    url = f"/proposals/{proposal.pk}/answer/"
    response = client.post(url, words(kind="", due_0="", because="Kept words"))
    page = response.content.decode()
    assert response.status_code == 400
    assert "Choose whether the city will do it" in page
    assert "Name the day by which this is kept." in page
    assert "Kept words" in page
    assert AnswerDraft.objects.get().fields["because"] == "Kept words"
    assert "Kept words" in client.get(url).content.decode()
    assert client.get(f"{url}check/").status_code == 302


def test_a_draft_is_saved_while_it_is_written_and_kept_for_later(client):
    proposal = a_proposal()
    signed_in(client, Role.EVALUATOR, proposal.consultation.place)
    url = f"/proposals/{proposal.pk}/answer/"
    saved = client.post(url, {"because": "Half a sen"}, headers={"X-Autosave": "1"})
    assert saved.status_code == 204
    assert client.post(url, {"because": "Half", "later": "1"}).headers["Location"] == "/desk/"
    assert "1 answer begun" in client.get("/desk/").content.decode()


def test_a_colleague_is_told_whose_draft_it_is(client):
    proposal = a_proposal()
    ewa = signed_in(client, Role.EVALUATOR, proposal.consultation.place)
    url = f"/proposals/{proposal.pk}/answer/"
    client.post(url, {"because": "Mine", "later": "1"})
    assert "last saved this draft" not in client.get(url).content.decode()
    signed_in(client, Role.EVALUATOR, proposal.consultation.place, "Karim")
    assert f"{ewa.display_name} last saved this draft" in client.get(url).content.decode()


@pytest.mark.parametrize("role", [*Role, None])
def test_only_evaluators_reach_the_form(client, role):
    proposal = a_proposal()
    if role:
        signed_in(client, role, proposal.consultation.place)
    else:
        client.force_login(a_person("Dana"))
    response = client.get(f"/proposals/{proposal.pk}/answer/")
    assert response.status_code == (200 if role == Role.EVALUATOR else 403)
    assert client.get("/proposals/999999/answer/").status_code == 404


def in_days(days: int) -> str:
    return str(timezone.localdate() + timedelta(days=days))


def test_a_consultation_is_set_up_from_question_to_publication(client):
    place = a_place()
    theme, department = a_theme("Rivers"), a_department("Water", place)
    signed_in(client, Role.ORGANISER, place)
    begun = client.post(
        "/desk/consultations/new/", {"title": "Who owns the river bank?", "place": place.pk}
    )
    draft = Consultation.objects.get()
    base = begun.headers["Location"]
    assert base == f"/desk/consultations/{draft.pk}/"
    assert client.get(f"{base}publication/").headers["Location"] == base

    for task, fields in {
        "question": {"title": "Who owns the bank?", "standfirst": "Two kilometres."},
        "field": {"place": place.pk, "themes": [theme.pk], "feeds": ""},
        "participants": {"who_may": "Everybody who lives here"},
        "phases": {
            "propose_first": in_days(1),
            "propose_last": in_days(20),
            "propose_takes": ["takes_proposals", "takes_support"],
            "vote_name": "The vote",
            "vote_first": in_days(21),
            "vote_last": in_days(30),
            "vote_takes": ["takes_votes"],
        },
        "promise": {
            "who_decides": "The council",
            "what_happens": "It votes on each.",
            "answer_by": in_days(60),
            "threshold": "5",
        },
        "departments": {"departments": [department.pk]},
    }.items():
        assert client.get(f"{base}{task}/").status_code == 200
        saved = client.post(f"{base}{task}/", fields)
        assert saved.status_code == 302, (task, saved.context["form"].errors)
        assert client.get(f"{base}{task}/").status_code == 200

    draft.refresh_from_db()
    assert [phase.name for phase in draft.phases.all()] == ["Proposals", "The vote"]
    assert "Check and publish" in client.get(base).content.decode()
    assert "Who owns the bank?" in client.get(f"{base}publication/").content.decode()
    published = client.post(f"{base}publication/", follow=True)
    assert published.redirect_chain[-1][0] == "/consultations/who-owns-the-bank/"
    assert "Let it last longer" in client.get(base).content.decode()
    assert client.post(f"{base}question/", {}).status_code == 403
    phase = draft.phases.first()
    end = f"{base}phases/{phase.pk}/end/"
    assert client.post(end, {"last": in_days(2)}).status_code == 400
    assert client.post(end, {"last": in_days(25)}).status_code == 302


def test_contradictions_are_said_in_words_on_the_task_list(client):
    place = a_place()
    draft = a_consultation(published=False, place=place)
    signed_in(client, Role.ORGANISER, place)
    base = f"/desk/consultations/{draft.pk}/"
    wrong = client.post(
        f"{base}phases/",
        {"vote_name": "Voting", "vote_first": in_days(9), "vote_last": in_days(8)},
    )
    assert wrong.status_code == 400
    assert "Voting would end before it begins." in wrong.content.decode()
    half = client.post(f"{base}phases/", {"vote_first": in_days(9)})
    assert "Name both days of “Vote”, or neither." in half.content.decode()
    client.post(
        f"{base}phases/",
        {"vote_first": in_days(9), "vote_last": in_days(90), "vote_takes": ["takes_votes"]},
    )
    assert "The answer is promised before the last phase ends" in client.get(base).content.decode()


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.EVALUATOR, None])
def test_a_draft_is_not_there_for_others(client, role):
    draft = a_consultation(published=False)
    if role:
        signed_in(client, role, draft.place)
    else:
        client.force_login(a_person("Dana"))
    for page in ("", "question/", "publication/"):
        assert client.get(f"/desk/consultations/{draft.pk}/{page}").status_code == 404


def test_unknown_tasks_and_phases_are_not_there(client):
    draft = a_consultation(published=False)
    published = an_open_consultation(place=draft.place)
    signed_in(client, Role.ORGANISER, draft.place)
    assert client.get(f"/desk/consultations/{draft.pk}/nonsense/").status_code == 404
    assert client.get(f"/desk/consultations/{published.pk}/phases/0/end/").status_code == 404


def test_an_organisers_desk_shows_what_is_in_preparation_and_leads_to_roles(client):
    draft = a_consultation("The harbour baths", published=False)
    signed_in(client, Role.ORGANISER, draft.place)
    page = client.get("/desk/").content.decode()
    assert "The harbour baths" in page
    assert 'href="/desk/roles/"' in page


def test_the_answer_and_before_it_the_clock_stand_on_the_proposal(client):
    proposal = a_proposal()
    promise = proposal.consultation.promise
    url = proposal.get_absolute_url()
    assert "The city answers by" in client.get(url).content.decode()
    promise.threshold = 3
    promise.save()
    assert "With 3 more supporters the city must answer" in client.get(url).content.decode()
    phase = proposal.consultation.phases.get()
    phase.closes = timezone.now() - timedelta(hours=1)
    phase.save()
    assert "It stayed 3 supporters short" in client.get(url).content.decode()
    promise.threshold, promise.answer_by = 0, timezone.localdate() - timedelta(days=4)
    promise.save()
    assert "It is 4 days late." in client.get(url).content.decode()
    signed_in(client, Role.EVALUATOR, proposal.consultation.place)
    client.post(f"/proposals/{proposal.pk}/answer/", words(kind="partly"))
    client.post(f"/proposals/{proposal.pk}/answer/check/")
    page = client.get(url).content.decode()
    for said in ("The city will do part of it", "4 days late", "Twelve planes", "€84,000"):
        assert said in page


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2027-02-31", "x", "\x00", "9" * 400])
def test_days_that_no_city_means_are_refused_in_words(client, day):
    draft = a_consultation(published=False)
    signed_in(client, Role.ORGANISER, draft.place)
    base = f"/desk/consultations/{draft.pk}/"
    phases = client.post(f"{base}phases/", {"vote_first": day, "vote_last": day})
    assert phases.status_code == 400
    promise = {"who_decides": "x", "what_happens": "x", "answer_by": day, "threshold": "0"}
    assert client.post(f"{base}promise/", promise).status_code == 400
    assert client.get(base).status_code == 200


@pytest.mark.parametrize("words", ["", " \u200b ", "\x00", "x" * 100_000])
def test_bad_words_are_refused_at_every_task(client, words):
    place = a_place()
    draft = a_consultation(published=False, place=place)
    signed_in(client, Role.ORGANISER, place)
    base = f"/desk/consultations/{draft.pk}/"
    assert client.post("/desk/consultations/new/", {"title": words}).status_code == 400
    for task, fields in {
        "question": {"title": words, "standfirst": words},
        "field": {"place": words, "themes": [words]},
        "participants": {"who_may": words},
        "promise": {"who_decides": words, "answer_by": words, "threshold": words},
        "departments": {"departments": [words]},
    }.items():
        assert client.post(f"{base}{task}/", fields).status_code == 400, task
    assert client.get(base).status_code == 200
