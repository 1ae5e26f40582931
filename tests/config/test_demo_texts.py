"""The demo city's texts: enough of them, within the limits, and no sentence twice."""

import re
from collections import Counter

from config.demo.answers import HOME_AND_BACK, SHARED_ROOMS
from config.demo.answers_eastside import EASTSIDE_BUDGET
from config.demo.consultations import CONSULTATIONS
from config.demo.departments import DEPARTMENTS
from config.demo.house_rules import HOUSE_RULES
from config.demo.people import PEOPLE
from config.demo.places import CITY, PLACES, ROOT
from config.demo.points import POINTS
from config.demo.polls import POLLS
from config.demo.proposals import PROPOSALS
from config.demo.reports import REPORTS
from config.demo.themes import THEMES

PLACE_KEYS = {place.key for place in PLACES}
PERSON_KEYS = {person.key for person in PEOPLE}
THEME_SLUGS = {theme.slug for theme in THEMES}
BY_KEY = {consultation.key: consultation for consultation in CONSULTATIONS}
ANSWERS = (*HOME_AND_BACK, *EASTSIDE_BUDGET, *SHARED_ROOMS)
PROPOSAL_BY_KEY = {proposal.key: proposal for proposal in PROPOSALS}


def sentences(text):
    """The sentences of a text, folded, so that wrapping and quotes do not hide a repetition."""
    parts = re.split(r"(?<=[.!?…])[”’)]*\s+|\n+|[:;]\s+", text)
    folded = (re.sub(r"[^\w€%]+", " ", part).strip().lower() for part in parts)
    return [sentence for sentence in folded if sentence]


def repeated(texts):
    counts = Counter(sentence for text in texts for sentence in set(sentences(text)))
    return sorted(sentence for sentence, times in counts.items() if times > 1)


def allowed_on(consultation_key, day, act):
    return any(
        phase.opens <= day <= phase.closes and act in phase.allows
        for phase in BY_KEY[consultation_key].phases
    )


def test_two_hundred_people_live_here_and_no_two_share_a_key_or_an_address():
    assert len(PEOPLE) == 200
    assert len(PERSON_KEYS) == 200
    assert len({person.email for person in PEOPLE}) == 200
    assert {person.place for person in PEOPLE} <= PLACE_KEYS
    assert all(len(person.name) <= 60 for person in PEOPLE)


def test_the_published_sign_ins_are_the_only_ones():
    names = [f"citizen{n}" for n in range(1, 6)] + [
        *("moderator", "moderator2", "evaluator", "organiser", "organiser2", "counter", "editor")
    ]
    assert [p.email for p in PEOPLE if p.signs_in] == [f"{name}@example.org" for name in names]
    assert {p.role for p in PEOPLE if p.role} == {
        *("moderator", "evaluator", "organiser", "counter-officer", "editor")
    }


def test_places_stand_in_one_tree_from_neighbourhood_to_the_union():
    known = set()
    for place in PLACES:
        assert place.parent is None or place.parent in known
        known.add(place.key)
    assert [place.key for place in PLACES if place.parent is None] == [ROOT]
    assert CITY in known
    assert {p.level for p in PLACES} >= {"neighbourhood", "district", "city", "province", "eu"}
    assert {department.place for department in DEPARTMENTS} <= PLACE_KEYS


def test_the_eight_themes_are_four_threats_and_four_answers():
    assert len(THEME_SLUGS) == 8
    assert sum(theme.is_threat for theme in THEMES) == 4
    assert all(len(theme.description) <= 240 for theme in THEMES)


def test_clauses_of_the_house_rules_are_numbered_from_one():
    for rules in HOUSE_RULES:
        numbers = [clause.number for clause in rules.clauses]
        assert numbers == list(range(1, len(numbers) + 1))
    assert [rules.version for rules in HOUSE_RULES] == list(range(1, len(HOUSE_RULES) + 1))


def test_consultations_name_what_exists_and_their_phases_follow_one_another():
    departments = {department.key for department in DEPARTMENTS}
    for consultation in CONSULTATIONS:
        assert consultation.place in PLACE_KEYS
        assert set(consultation.themes) <= THEME_SLUGS
        assert set(consultation.departments) <= departments
        assert len(consultation.title) <= 80
        assert len(consultation.standfirst) <= 300
        assert len(consultation.promise.who_decides) <= 200
        days = [day for phase in consultation.phases for day in (phase.opens, phase.closes)]
        assert days == sorted(days)
        assert consultation.published <= days[0]
        answer = next(phase for phase in consultation.phases if phase.kind == "answer")
        assert consultation.promise.answer_by == answer.closes


def test_each_point_of_a_consultations_life_can_be_seen_today():
    def open_today(consultation):
        acts = {"propose", "support", "discuss", "vote"}
        return {act for act in acts if allowed_on(consultation.key, 0, act)}

    today = {consultation.key: open_today(consultation) for consultation in CONSULTATIONS}
    assert today == {
        "a-first-job-within-reach": {"propose", "support", "discuss"},
        "living-beside-short-stay-flats": {"discuss"},
        "greener-streets": {"vote"},
        "shared-rooms": set(),
        "the-eastside-budget": set(),
        "to-work-and-home-again": set(),
        "a-city-to-grow-old-in": set(),
    }


def test_sixty_proposals_stand_within_the_limits_and_name_what_exists():
    assert len(PROPOSALS) >= 60
    assert len(PROPOSAL_BY_KEY) == len(PROPOSALS)
    assert len({proposal.title for proposal in PROPOSALS}) == len(PROPOSALS)
    for proposal in PROPOSALS:
        assert proposal.consultation in BY_KEY
        assert proposal.author in PERSON_KEYS, proposal.author
        assert proposal.place in PLACE_KEYS
        assert set(proposal.helps) | set(proposal.costs) <= THEME_SLUGS
        assert not set(proposal.helps) & set(proposal.costs)
        assert len(proposal.title) <= 80, proposal.title
        assert len(proposal.where) <= 200
        assert 0 < proposal.supporters < len(PEOPLE)
        assert len(proposal.versions[-1].body.split("\n\n")) in range(2, 7), proposal.key
        for version in proposal.versions:
            assert len(version.title) <= 80
            assert len(version.note) <= 200


def test_proposals_are_written_while_their_consultation_takes_them():
    for proposal in PROPOSALS:
        days = [version.day for version in proposal.versions]
        assert days == sorted(set(days))
        for day in days:
            assert day < 0
            assert allowed_on(proposal.consultation, day, "propose"), proposal.key


def test_some_proposals_were_edited_and_some_taken_back_with_a_reason():
    assert sum(len(proposal.versions) > 1 for proposal in PROPOSALS) >= 6
    withdrawn = [proposal for proposal in PROPOSALS if proposal.withdrawn]
    assert withdrawn
    for proposal in withdrawn:
        assert proposal.day < proposal.withdrawn.day < 0
        assert len(proposal.withdrawn.reason) in range(40, 501)


def test_three_thousand_supports_are_given():
    assert sum(proposal.supporters for proposal in PROPOSALS) >= 3_000


def test_no_two_proposals_share_a_sentence():
    assert repeated(proposal.versions[-1].body for proposal in PROPOSALS) == []


def test_a_hundred_and_fifty_points_stand_within_the_limits_and_name_what_exists():
    assert len(POINTS) >= 150
    assert {point.kind for point in POINTS} == {"for", "against", "question"}
    for point in POINTS:
        assert point.proposal in PROPOSAL_BY_KEY, point.proposal
        for said in (point, *point.replies):
            assert said.author in PERSON_KEYS, said.author
            assert len(said.body) <= 500


def test_points_are_written_after_their_proposal_and_while_discussion_is_open():
    for point in POINTS:
        proposal = PROPOSAL_BY_KEY[point.proposal]
        days = [proposal.day, point.day, *(reply.day for reply in point.replies), -1]
        assert days == sorted(days), (point.proposal, point.author)
        for day in days[1:-1]:
            assert allowed_on(proposal.consultation, day, "discuss"), (point.proposal, point.author)


def test_no_two_points_share_a_sentence_with_each_other_or_with_a_proposal():
    said = [text.body for point in POINTS for text in (point, *point.replies)]
    written = [proposal.versions[-1].body for proposal in PROPOSALS]
    assert repeated([*said, *written]) == []


def test_civil_servants_reply_in_their_own_name():
    kinds = {person.key: person.kind for person in PEOPLE}
    officials = [r for point in POINTS for r in point.replies if kinds[r.author] == "civil-servant"]
    assert len(officials) >= 5


def test_hidden_points_have_a_moderator_who_cites_a_clause_in_force():
    hidden = [point for point in POINTS if point.hidden]
    clauses = {clause.number for clause in HOUSE_RULES[-1].clauses}
    moderators = {person.key for person in PEOPLE if person.role == "moderator"}
    assert len(hidden) in (2, 3)
    for point in hidden:
        assert point.hidden.clause in clauses
        assert point.hidden.moderator in moderators - {point.author}
        assert point.day < point.hidden.day < 0
        assert point.hidden.facts
        assert point.hidden.why


def test_the_city_has_said_yes_partly_and_no_with_reasons_money_and_a_date():
    assert len(ANSWERS) >= 8
    assert {answer.kind for answer in ANSWERS} == {"will", "partly", "wont"}
    departments = {department.key for department in DEPARTMENTS}
    for answer in ANSWERS:
        proposal = PROPOSAL_BY_KEY[answer.proposal]
        assert answer.author in PERSON_KEYS
        assert answer.department in departments
        assert proposal.day < answer.day < 0
        assert len(answer.money) in range(5, 201)
        assert len(answer.who) in range(5, 121)
        assert len(answer.by_when) in range(5, 121)
        for commitment in answer.commitments:
            assert len(commitment.what) <= 200
            assert len(commitment.who) <= 120
            assert commitment.due > answer.day
            assert commitment.done is None or answer.day < commitment.done < 0
    assert repeated(answer.because for answer in ANSWERS) == []


def test_one_consultation_owes_answers_that_are_overdue():
    answered = {answer.proposal for answer in ANSWERS}
    overdue = [
        proposal.key
        for proposal in PROPOSALS
        for consultation in [BY_KEY[proposal.consultation]]
        if proposal.supporters >= consultation.promise.threshold
        and not proposal.withdrawn
        and proposal.key not in answered
        and consultation.promise.answer_by < 0
    ]
    assert {PROPOSAL_BY_KEY[key].consultation for key in overdue} == {"shared-rooms"}
    assert len(overdue) in (3, 4)


def test_polls_offer_proposals_of_their_consultation_while_it_votes():
    for poll in POLLS:
        assert len(poll.question) <= 160
        assert poll.opens < poll.closes
        assert allowed_on(poll.consultation, poll.opens, "vote")
        assert allowed_on(poll.consultation, poll.closes, "vote")
        assert poll.turnout < len(PEOPLE)
        assert len({option.key for option in poll.options}) == len(poll.options)
        for option in poll.options:
            if option.proposal:
                assert PROPOSAL_BY_KEY[option.proposal].consultation == poll.consultation
    running = {poll.kind for poll in POLLS if poll.opens <= 0 <= poll.closes}
    assert running == {"yes-no", "approval"}


def test_the_eastside_budget_adds_up():
    projects = [p for p in PROPOSALS if p.consultation == "the-eastside-budget"]
    assert sum(project.euros for project in projects) == 720_000
    as_voted = {a.proposal for a in EASTSIDE_BUDGET if a.kind == "will"}
    smaller = 97_000 + 30_000
    whole = sum(p.euros for p in projects if p.key in as_voted)
    assert whole + smaller == 504_000


def test_the_eastside_poll_was_won_by_what_fits_in_the_order_of_votes():
    poll = next(poll for poll in POLLS if poll.consultation == "the-eastside-budget")
    left = poll.euros
    for option in sorted(poll.options, key=lambda option: -option.liking):
        cost = PROPOSAL_BY_KEY[option.proposal].euros
        assert option.won == (cost <= left), option.title
        left -= cost * option.won
    assert poll.euros - left == 587_000


def test_reports_that_wait_are_about_points_that_stand():
    standing = {(point.proposal, point.author) for point in POINTS if not point.hidden}
    assert {(report.proposal, report.author) for report in REPORTS} <= standing
    assert all(0 < report.hours_ago < 24 for report in REPORTS)
