"""Points on a proposal's page, on their own, and being written."""

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags

from consultations.models import Phase
from discussions.actions import post_point, react
from discussions.models import Point, Reaction
from frontend.pages.points.section import points_section
from proposals.queries.reading import proposal_pages
from tests.factories import a_person, appoint

pytestmark = pytest.mark.django_db


def say(person, proposal, kind, body, **fields):
    return post_point(person=person, proposal=proposal, kind=kind, body=body, **fields)


def section_of(rf, reader, proposal, query=""):
    request = rf.get(f"/{query}")
    request.user = reader
    return points_section(request, proposal_pages().get(pk=proposal.pk), timezone.now())


def test_for_and_against_stand_side_by_side_in_turn(rf, chidi, proposal):
    for number in range(3):
        say(chidi, proposal, "for", f"Shade {number}.")
        say(chidi, proposal, "against", f"Leaves {number}.")
    kinds = [item["point"]["kind"] for item in section_of(rf, chidi, proposal)["items"]]
    assert kinds in (["for", "against"] * 3, ["against", "for"] * 3)
    leads = set()
    for name in ("Dana", "Ewa"):
        items = section_of(rf, a_person(name), proposal)["items"]
        leads.add(items[0]["point"]["kind"])
    assert leads == {"for", "against"}


def test_an_empty_side_invites_the_missing_voice_with_the_date(client, chidi, proposal):
    say(chidi, proposal, "for", "Shade!")
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert "Nobody has argued against it yet. You can until " in page
    assert "Nobody has argued for it yet" not in page


def test_questions_have_their_own_tab(client, chidi, proposal):
    say(chidi, proposal, "question", "Who sweeps the leaves?")
    say(chidi, proposal, "for", "Shade!")
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert "Who sweeps" not in page
    assert "Questions to the city, 1" in strip_tags(page)
    page = client.get(f"{proposal.get_absolute_url()}?points=questions").content.decode()
    assert "Who sweeps" in page
    assert "Shade!" not in page


@pytest.mark.parametrize("reader", ["nobody", "Chidi", "Bo"])
def test_the_section_asks_as_much_for_one_point_as_for_many(
    rf, client, chidi, bo, proposal, reader, django_assert_max_num_queries, browser_of
):
    from django.contrib.auth.models import AnonymousUser
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    people = {"nobody": AnonymousUser(), "Chidi": chidi, "Bo": bo}
    asked = []
    for number in range(25):
        for kind in ("for", "against"):
            head = say(chidi, proposal, kind, f"{kind} {number}")
            for reply in range(4):
                say(bo, proposal, kind, f"reply {reply}", parent=head)
        if number in (0, 2, 24):
            request = rf.get("/")
            request.user = people[reader]
            loaded = proposal_pages().get(pk=proposal.pk)
            with CaptureQueriesContext(
                connection,
            ) as queries:
                points_section(request, loaded, timezone.now())
            asked.append(len(queries))
            visitor = Client() if reader == "nobody" else browser_of(people[reader])
            with CaptureQueriesContext(connection) as queries:
                assert visitor.get(loaded.get_absolute_url()).status_code == 200
            asked.append(len([q for q in queries if "SAVEPOINT" not in q["sql"]]))
    assert asked[0] == asked[2] == asked[4] <= 3
    assert asked[1] == asked[3] == asked[5] <= 12


def test_every_point_is_reached_by_going_on(client, chidi, proposal):
    posted = set()
    for number in range(23):
        posted.add(say(chidi, proposal, "for", f"for {number}").pk)
    for number in range(4):
        posted.add(say(chidi, proposal, "against", f"against {number}").pk)
    address, seen = proposal.get_absolute_url(), []
    while address:
        response = client.get(address)
        assert response.status_code == 200
        say_values = response.context["say"]
        seen += [item["point"]["id"] for item in say_values["items"] if "point" in item]
        address = say_values["more_url"]
    assert len(seen) == len(set(seen))
    assert set(seen) == posted


def test_dana_sees_links_to_sign_in_and_no_form_and_gets_no_cookie(client, chidi, proposal):
    head = say(chidi, proposal, "for", "Shade!")
    for address in (
        proposal.get_absolute_url(),
        f"/points/{head.pk}/",
        f"/proposals/{proposal.pk}/points/",
    ):
        response = client.get(address)
        page = response.content.decode()
        assert "<form" not in page, address
        assert "Sign in to" in page
        assert not response.cookies, address


def test_totals_show_only_after_reacting(client, browser_of, amara, chidi, proposal):
    head = say(amara, proposal, "for", "Shade!")
    react(person=a_person("Ewa"), point=head, value="agree")
    browser = browser_of(chidi)
    for address in (proposal.get_absolute_url(), f"/points/{head.pk}/"):
        assert "1 agree" not in browser.get(address).content.decode()
        assert "1 agree" not in client.get(address).content.decode()
    browser.post(f"/points/{head.pk}/reaction/", {"value": "disagree"})
    for address in (proposal.get_absolute_url(), f"/points/{head.pk}/"):
        page = browser.get(address).content.decode()
        assert "1 agree, 1 disagree, 0 pass" in page
        assert 'value="disagree" aria-pressed="true"' in page
        assert "1 agree" not in client.get(address).content.decode()


def test_totals_show_to_everybody_when_the_discussion_is_over(client, chidi, proposal):
    head = say(chidi, proposal, "for", "Shade!")
    react(person=chidi, point=head, value="agree")
    Phase.objects.update(closes=timezone.now())
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert "1 agree, 0 disagree, 0 pass" in page
    assert "The discussion closed on" in page


def test_a_reaction_pressed_again_is_taken_back(browser_of, chidi, point):
    browser = browser_of(chidi)
    address = f"/points/{point.pk}/reaction/"
    response = browser.post(address, {"value": "agree"})
    assert response.status_code == 302
    assert response["Location"].endswith(f"#point-{point.pk}")
    assert Reaction.objects.count() == 1
    part = browser.post(address, {"value": "agree"}, headers={"X-Fragment": f"reaction-{point.pk}"})
    assert part.status_code == 200
    assert f'id="reaction-{point.pk}"' in part.content.decode()
    assert "<html" not in part.content.decode()
    assert not Reaction.objects.exists()
    assert browser.post(address, {"value": "love"}).status_code == 302
    assert not Reaction.objects.exists()


def test_chidi_writes_a_point_and_lands_on_it(browser_of, chidi, proposal):
    browser = browser_of(chidi)
    address = f"/proposals/{proposal.pk}/points/new/?kind=against"
    page = browser.get(address).content.decode()
    assert 'value="against"' in page
    assert "checked" in page
    response = browser.post(address, {"kind": "against", "body": "Leaves block the drains."})
    point = Point.objects.get()
    assert response["Location"] == f"{proposal.get_absolute_url()}#point-{point.pk}"
    page = browser.get(proposal.get_absolute_url()).content.decode()
    assert "Leaves block the drains." in page
    assert "point--yours" in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"kind": "for", "body": ""}, "Write the point."),
        ({"kind": "for", "body": "\u200b"}, "Write the point."),
        ({"kind": "for", "body": "x" * 512}, "Shorten the point by 12 characters."),
        ({"body": "Shade!"}, "Choose: a point for it"),
        ({"kind": "both", "body": "Shade!"}, "Choose: a point for it"),
    ],
)
def test_a_mistake_is_named_twice_and_the_words_are_kept(
    browser_of, chidi, proposal, sent, sentence
):
    page = browser_of(chidi).post(f"/proposals/{proposal.pk}/points/new/", sent).content.decode()
    assert page.count(sentence) == 2
    assert "<title>Error: " in page
    assert sent["body"] in page
    assert not Point.objects.exists()


def test_who_comes_too_late_reads_why(browser_of, chidi, proposal):
    Phase.objects.update(closes=timezone.now())
    response = browser_of(chidi).post(
        f"/proposals/{proposal.pk}/points/new/", {"kind": "for", "body": "Shade!"}
    )
    assert response.status_code == 403
    assert "The discussion closed on" in response.content.decode()


def test_markup_in_a_point_is_only_words(client, chidi, proposal):
    say(chidi, proposal, "for", "<script>alert(1)</script>\n<b>x</b>")
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page


def test_newer_points_come_as_a_fragment_for_this_reader(
    client, browser_of, amara, chidi, proposal
):
    first = say(chidi, proposal, "for", "Shade!")
    second = say(chidi, proposal, "against", "Leaves!")
    third = say(amara, proposal, "question", "Who sweeps?")
    address = f"/proposals/{proposal.pk}/points/?after={first.pk}"
    part = client.get(address).content.decode()
    assert [f'id="point-{p.pk}"' in part for p in (first, second, third)] == [False, True, True]
    assert "<html" not in part
    assert "<form" not in part
    assert "<form" in browser_of(chidi).get(address).content.decode()


def test_civil_servants_are_marked_and_their_reply_stands_with_the_point(client, chidi, proposal):
    noor = a_person("Noor")
    appoint(noor, "evaluator", place=proposal.consultation.place)
    head = say(chidi, proposal, "against", "Who sweeps?")
    for number in range(5):
        say(chidi, proposal, "against", f"And {number}?", parent=head)
    say(noor, proposal, "against", "Two more rounds in November.", parent=head)
    page = client.get(proposal.get_absolute_url()).content.decode()
    assert "<strong>Noor, for the city:</strong>" in page
    assert "Two more rounds in November." in page
    assert "And 0?" in page
    assert "And 4?" not in page
    assert "Show all 6 replies" in page


def test_a_long_thread_is_read_page_by_page_and_from_its_end(client, chidi, amara, proposal):
    head = say(chidi, proposal, "for", "Shade!")
    now = timezone.now()
    Point.objects.bulk_create(
        Point(proposal=proposal, parent=head, kind="for", author=amara, body=f"r{n}", posted=now)
        for n in range(3_000)
    )
    Point.objects.filter(pk=head.pk).update(replies_count=3_000)
    ids = list(Point.objects.filter(parent=head).order_by("pk").values_list("pk", flat=True))

    def read(address):
        response = client.get(address)
        assert response.status_code == 200
        return response.context, [reply["id"] for reply in response.context["replies"]]

    context, shown = read(f"/points/{head.pk}/")
    assert shown == ids[:50]
    assert not context["earlier_url"]
    context, shown = read(context["later_url"].partition("#")[0])
    assert shown == ids[50:100]
    assert context["earlier_url"]
    context, shown = read(context["newest_url"].partition("#")[0])
    assert shown == ids[-50:]
    assert context["is_end"]
    _context, shown = read(context["earlier_url"].partition("#")[0])
    assert shown == ids[-100:-50]
    response = client.get(f"/points/{ids[1500]}/")
    assert response["Location"] == f"/points/{head.pk}/?from={ids[1500]}#point-{ids[1500]}"
    _context, shown = read(response["Location"].partition("#")[0])
    assert shown[0] == ids[1500]


def test_chidi_replies_and_lands_on_it(browser_of, chidi, point):
    browser = browser_of(chidi)
    response = browser.post(f"/points/{point.pk}/", {"body": "And I mean it."})
    reply = Point.objects.get(parent=point)
    assert response["Location"] == f"/points/{point.pk}/?from={reply.pk}#point-{reply.pk}"
    page = browser.post(f"/points/{point.pk}/", {"body": ""}).content.decode()
    assert page.count("Write the reply.") == 2
    part = browser.get(f"/points/{point.pk}/replies/?after={point.pk}").content.decode()
    assert "And I mean it." in part
    assert "<html" not in part


def test_unknown_numbers_are_not_found(client, proposal):
    for address in (
        "/points/999999/",
        "/points/999999/replies/",
        "/proposals/999999/points/",
        "/proposals/999999/points/new/",
        f"/points/{10**17}/",
    ):
        assert client.get(address).status_code == 404, address
    for odd in ("x", "-1", "9" * 40, "٣"):
        for address in (
            f"/proposals/{proposal.pk}/points/?after={odd}",
            f"{proposal.get_absolute_url()}?before_for={odd}",
        ):
            assert client.get(address).status_code == 200, address
