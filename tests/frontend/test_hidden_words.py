"""What was hidden is nowhere for the public: every address is visited and every body is read."""

import re
import time

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from discussions.actions import post_point, react
from discussions.topics import thread_snapshots
from live.topics import find
from people.models import Notice
from people.notices import sentence_of
from proposals.actions import publish_answer, publish_version, submit_proposal
from proposals.models import Proposal
from tests.factories import a_person, appoint
from voting.actions import give_support

pytestmark = pytest.mark.django_db

CANARY = "zanzibar"  # stands in each text that is hidden, beside the word that is searched for
OTHERS_WORDS = ["titleword", "bodyword", "whereword", "noteword", "openword", "replyword", "who"]
SAMPLES = {"receipt": "ABCD-EFGH-JKMN", "task": "question", "name": "points", "key": "x"}


def patterns(found, prefix=""):
    """Every route as a template of its address, with `{name}` where it takes something."""
    for one in found:
        route = prefix + str(one.pattern)
        if hasattr(one, "url_patterns"):
            yield from patterns(one.url_patterns, route)
        else:
            yield as_template(route)


def as_template(route: str) -> str:
    route = re.sub(r"\(\?:[^()]*\(\?P<slug>[^()]*\)\)\?", "", route)  # the decorating slug
    route = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"{\1}", route)
    route = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
    return "/" + route.replace("^", "").replace("$", "")


def addresses(numbers: dict[str, list], slugs: list[str]) -> list[str]:
    """Each route with each of the numbers that it may take."""
    found = []
    for template in patterns(get_resolver().url_patterns):
        names = re.findall(r"{(\w+)}", template)
        options = [{}]
        for name in names:
            if name == "slug":
                values = slugs
            elif name == "key":
                values = numbers["key"]
            elif name == "version" or (name == "number" and "{proposal_id}" in template):
                values = [1, 2]
            else:
                values = [SAMPLES[name]] if name in SAMPLES else taken_by(template, numbers)
            options = [option | {name: value} for option in options for value in values]
        found += [template.format(**option) for option in options]
    return found


def taken_by(template: str, numbers: dict[str, list]) -> list[int]:
    """Numbers of what an address names; where it could name anything, a few."""
    for kind in ("proposals", "points"):
        if f"/{kind}/{{" in template:
            return numbers[kind]
    return [1, 2]


def an_evaluator(consultation):
    noor = a_person("Noor")
    appoint(noor, "evaluator", place=consultation.place)
    return noor


@pytest.fixture
def scene(amara, chidi, consultation, hide):
    """A proposal with hidden points in it, and one that is hidden itself."""
    cache.clear()
    dana = a_person("Dana")
    shade = submit_proposal(
        person=amara, consultation=consultation, title="Shade", body="Forty trees."
    )
    point = post_point(person=chidi, proposal=shade, kind="for", body=f"{CANARY} openword")
    reply = post_point(
        person=chidi, proposal=shade, kind="for", body=f"{CANARY} replyword", parent=point
    )
    post_point(person=dana, proposal=shade, kind="for", body="Go on.", parent=point)
    question = post_point(person=chidi, proposal=shade, kind="question", body=f"{CANARY} who?")
    react(person=dana, point=point, value="agree")
    gone = submit_proposal(
        person=chidi,
        consultation=consultation,
        title=f"{CANARY} titleword",
        body=f"{CANARY} bodyword",
        where=f"{CANARY} whereword",
    )
    give_support(person=dana, proposal=gone)
    publish_version(
        person=chidi,
        proposal=gone,
        title=f"{CANARY} titleword two",
        body=f"{CANARY} bodyword two",
        note=f"{CANARY} noteword",
        base=1,
    )
    publish_answer(
        person=an_evaluator(consultation), proposal=gone, kind="wont", because=f"{CANARY} no."
    )
    theirs = post_point(person=dana, proposal=gone, kind="for", body=f"{CANARY} theirs")
    post_point(person=chidi, proposal=gone, kind="for", body="An answer.", parent=theirs)
    for item in (point, reply, question, Proposal.objects.get(pk=gone.pk)):
        hide(item)
    return {
        "dana": dana,
        "proposals": [shade.pk, gone.pk],
        "points": [point.pk, reply.pk, question.pk, theirs.pk],
        "hidden": gone,
    }


def test_the_words_could_have_leaked(client, amara, chidi, consultation):
    """The same visits do find words that are public: the net has no hole."""
    cache.clear()
    shade = submit_proposal(
        person=amara, consultation=consultation, title=f"{CANARY} titleword", body="Trees."
    )
    post_point(person=chidi, proposal=shade, kind="for", body=f"{CANARY} openword")
    found = {address for address in visits([shade.pk], [], consultation) if leaks(client, address)}
    assert {
        consultation.get_absolute_url(),
        f"/proposals/{shade.pk}/points/",
        f"/api/v1/proposals/{shade.pk}/points/",
        f"/api/v1/proposals/{shade.pk}/versions/",
        "/api/v1/proposals/",
        "/search/?q=openword",
        "/api/v1/search/?q=titleword",
        f"/report/?url=/proposals/{shade.pk}/",
    } <= found


@pytest.mark.parametrize("who", ["nobody", "Dana, who took part", "Noor, who answers"])
def test_hidden_words_are_at_no_address(client, scene, who, consultation):
    if who.startswith("Dana"):
        client.force_login(scene["dana"])
    if who.startswith("Noor"):
        client.force_login(an_evaluator(consultation))
    visited = visits(scene["proposals"], scene["points"], consultation)
    assert len(visited) > 150
    leaking = [address for address in visited if leaks(client, address)]
    if who.startswith("Dana"):  # her own words in her own place are hers to read
        leaking = [a for a in leaking if a not in own_places(scene)]
    assert leaking == []


def test_hidden_words_are_in_no_news(scene):
    for key in (*scene["proposals"], *scene["points"]):
        for kind in ("proposal", "point"):
            found, number = find(f"{kind}.{key}")
            assert CANARY not in str(found.snapshot([number]))
    assert find(f"proposal.{scene['hidden'].pk}")[0].snapshot([scene["hidden"].pk]) == {}
    assert thread_snapshots([scene["points"][3]]) == {}
    for notice in Notice.objects.exclude(person=scene["hidden"].author):
        assert CANARY not in sentence_of(notice) + notice.url + str(notice.facts)


def visits(proposals, points, consultation) -> list[str]:
    numbers = {
        "proposals": proposals,
        "points": points,
        "key": [f"point-{n}" for n in points] + [f"proposal-{n}" for n in proposals],
    }
    searches = [
        f"{place}?q={word}"
        for place in ("/search/", "/api/v1/search/")
        for word in ("openword", "replyword", "titleword", "bodyword", "whereword", "theirs")
    ]
    extra = [
        address
        for n in proposals
        for address in (
            f"/proposals/{n}/?points=questions",
            f"/proposals/{n}/points/?after=0",
            f"/proposals/{n}/points/?points=questions",
            f"/proposals/{n}-x/",
            f"/report/?url=/proposals/{n}/",
        )
    ] + [
        address
        for n in points
        for address in (
            f"/report/?url=/points/{n}/",
            f"/points/{n}/replies/?after=0",
            f"/points/{n}/?newest=1",
            *(f"/api/v1/proposals/{p}/points/?parent={n}" for p in proposals),
        )
    ]
    live = ",".join(f"proposal.{n}" for n in proposals) + f",{consultation.topic}"
    slugs = [consultation.slug, "social-innovation"]
    return [*addresses(numbers, slugs), *searches, *extra, f"/api/v1/live/?topics={live}"]


def own_places(scene) -> set[str]:
    return {"/your-voice/", "/your-voice/points/", *HER_OWN_DATA}


HER_OWN_DATA = ["/account/data/", "/account/data/everything.json"]


def test_her_own_data_hold_her_own_hidden_words_and_nobody_elses(client, scene):
    client.force_login(scene["dana"])
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()
    for address in HER_OWN_DATA:
        words = client.get(address).content.decode()
        assert f"{CANARY} theirs" in words
        assert [word for word in OTHERS_WORDS if f"{CANARY} {word}" in words] == []


def leaks(client: Client, address: str) -> bool:
    response = client.get(address)
    assert response.status_code < 500, address
    words = b"".join(response.streaming_content) if response.streaming else response.content
    return CANARY in (words.decode("utf-8", "replace") + str(response.headers)).lower()
