"""The islands in a real browser, on small pages of our own; the city's side of the socket is played here."""

import json
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

sync_api = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.journey

ROOT = Path(settings.BASE_DIR)
CITY = "http://lindhaven.test"
SENTENCES = (ROOT / "frontend/components/live/sentences.html").read_text()
FRAME = """<!doctype html><html lang="en"><head><title>Specimen</title></head><body><main>%s</main>
<p role="status" id="status"></p>%s<script src="/polyphony.js"></script></body></html>"""


@pytest.fixture(scope="module")
def script():
    subprocess.run(["node", "frontend/build.mjs"], cwd=ROOT, check=True)
    return (ROOT / "build/static/polyphony.js").read_text()


class City:
    """One page, its socket, and whatever the page asks for besides."""

    def __init__(self, browser, script):
        self.page = browser.new_page()
        self.page.set_default_timeout(5_000)
        self.asked, self.posted, self.answers = [], [], {}
        self.sockets, self.frames = [], []
        self.script = script
        self.page.route(f"{CITY}/**", self.answer)
        self.page.route_web_socket("**/live/", self.connect)

    def answer(self, route):
        path = route.request.url.removeprefix(CITY)
        if path == "/polyphony.js":
            return route.fulfill(body=self.script, content_type="text/javascript")
        if route.request.method == "POST":
            self.posted.append((path, route.request.post_data or ""))
        else:
            self.asked.append(path)
        found = self.answers.get(path)
        if found is None:
            return route.abort()
        return route.fulfill(body=found, content_type="text/html; charset=utf-8")

    def connect(self, socket):
        self.sockets.append(socket)
        socket.on_message(lambda text: self.frames.append(json.loads(text)))
        self.say({"t": "hello", "epoch": "one", "beat": 25, "tick": 250})

    def say(self, frame):
        self.sockets[-1].send(json.dumps(frame))

    def news(self, topic, v, data, **more):
        self.say({"t": "snap", "topic": topic, "v": v, "data": data, **more})

    def opens(self, body):
        words = SENTENCES.split("{% load i18n %}")[1].replace("{% translate '", "")
        self.answers["/page/"] = FRAME % (body, words.replace("' %}", ""))
        self.page.goto(f"{CITY}/page/")
        if "data-topic" in body:
            self.until(lambda: self.frames)
        return self.page

    def until(self, true):
        for _ in range(250):
            if true():
                return
            self.page.wait_for_timeout(20)
        raise AssertionError("it did not come to pass")


@pytest.fixture
def city(chromium, script):
    city = City(chromium, script)
    yield city
    # Not page.close(): it has no time-out and may wait for ever for a socket played by the test.
    city.page.goto("about:blank")


def text_of(page, selector):
    return page.locator(selector).inner_text()


def see(page, selector, text):
    sync_api.expect(page.locator(selector)).to_have_text(text)


def test_dana_sees_a_figure_and_its_words_change_in_place(city):
    page = city.opens(
        '<p data-island="live-numbers" data-topic="proposal.34" data-v="417"'
        ' data-one="person supports this" data-other="people support this">'
        '<b data-value="support_count">1</b> <span data-word="support_count">person supports this'
        '</span> <i data-value="point_counts.for">0</i>'
        '<em data-value="point_counts.for point_counts.against">0</em>'
        '<svg><rect data-bar="point_counts.for" data-of="point_counts" width="0%"/></svg></p>'
    )
    assert city.frames[0]["have"] == {"proposal.34": 417}
    city.news("proposal.34", 418, {"support_count": 1204, "point_counts": {"for": 3, "against": 1}})
    see(page, "b", "1,204")
    see(page, "span", "people support this")
    see(page, "i", "3")
    see(page, "em", "4")
    assert page.locator("rect").get_attribute("width") == "75.0%"
    city.news("proposal.34", 417, {"support_count": 5})
    city.news("proposal.34", 419, {"support_count": 1203})
    see(page, "b", "1,203")
    see(page, "em", "4")


def test_rows_of_a_list_change_where_they_stand(city):
    page = city.opens(
        '<ul data-island="live-rows" data-topic="consultation.7" data-v="3">'
        '<li data-row="1"><b data-value="support_count">5</b></li>'
        '<li data-row="2"><b data-value="support_count">4</b></li></ul>'
    )
    city.news("consultation.7", 4, {"phase": "x"}, rows=[{"id": 2, "support_count": 9}])
    see(page, '[data-row="2"] b', "9")
    assert [text_of(page, f'[data-row="{n}"]') for n in (1, 2)] == ["5", "9"]
    assert page.locator("li").first.get_attribute("data-row") == "1"


def test_a_list_that_fell_behind_reads_the_page_once(city):
    body = (
        '<ul data-island="live-rows" data-topic="consultation.7" data-v="3">'
        '<li data-row="1"><b data-value="support_count">%s</b></li></ul>'
    )
    page = city.opens(body % 5)
    city.answers["/page/"] = FRAME % (body % 8, "")
    city.news("consultation.7", 4, {}, behind=True)
    see(page, "b", "8")


NEWER = (
    '<div data-island="newer" data-topic="proposal.34" data-v="1" data-last="last_point_id"'
    ' data-after="20" data-count="4" data-count-field="point_counts" data-url="/points/"'
    ' data-into="points" data-one="Show {count} new point" data-other="Show {count} new points">'
    '<button hidden></button></div><ul id="points"><li>Old</li></ul>'
)


def test_new_points_wait_until_dana_asks(city):
    page = city.opens(NEWER)
    city.answers["/points/?after=20"] = "<li>Newest</li><li>New</li>"
    city.news("proposal.34", 2, {"last_point_id": 22, "point_counts": {"for": 5, "against": 1}})
    see(page, "button", "Show 2 new points")
    assert text_of(page, "#points") == "Old"
    page.click("button")
    see(page, "#points", "NewestNewOld")
    assert page.evaluate("document.activeElement.textContent") == "Newest"
    assert not page.locator("[data-island] button").is_visible()


def test_a_fragment_that_does_not_come_is_said_and_can_be_asked_for_again(city):
    page = city.opens(NEWER)
    city.news("proposal.34", 2, {"last_point_id": 21, "point_counts": {"for": 5}})
    see(page, "button", "Show 1 new point")
    page.click("button")
    see(page, "#status", "This could not be fetched. Check your connection and press again.")
    assert page.locator("[data-island] button").is_visible()


def test_a_new_phase_swaps_the_part_that_depends_on_it(city):
    part = (
        '<div data-island="live-reload" data-topic="consultation.7" data-v="1" data-field="phase"'
        ' data-seen="discuss" data-refresh="#act"></div><section id="act">%s</section>'
    )
    page = city.opens(part % "Vote from 4 May")
    city.answers["/page/"] = FRAME % (part % "<button id='go'>Vote now</button>", "")
    city.news("consultation.7", 2, {"phase": "discuss"})
    city.news("consultation.7", 3, {"phase": "vote"})
    see(page, "#act", "Vote now")


def test_a_part_somebody_writes_in_is_not_taken_away(city):
    part = (
        '<div data-island="live-reload" data-topic="consultation.7" data-v="1" data-field="phase"'
        ' data-seen="discuss" data-refresh="#act"></div>'
        '<section id="act"><textarea></textarea></section>'
    )
    page = city.opens(part)
    page.fill("textarea", "Half a sentence")
    city.news("consultation.7", 3, {"phase": "vote"})
    see(page, ".newer", "This page has changed. Show it again")
    assert page.locator("textarea").input_value() == "Half a sentence"


PANEL = (
    '<section id="support" data-island="act"><form method="post" action="/support/">'
    '<input type="hidden" name="csrfmiddlewaretoken" value="t">%s</form></section>'
)


def test_chidi_supports_in_place_and_keeps_his_focus(city):
    page = city.opens(PANEL % '<button data-island="once" name="give" value="1">Support</button>')
    city.answers["/support/"] = FRAME % (
        PANEL % '<p data-say>You support this.</p><button name="back" value="1">Take back</button>',
        "",
    )
    page.click("button")
    see(page, "button", "Take back")
    assert page.evaluate("document.activeElement.textContent") == "Take back"
    see(page, "#status", "You support this.")
    assert [path for path, _ in city.posted] == ["/support/"]
    assert 'name="give"' in city.posted[0][1]


def test_a_lost_connection_keeps_the_button_and_says_so(city):
    page = city.opens(PANEL % '<button data-island="once">Support this</button>')
    page.click("button")
    see(page, "#status", "This could not be sent. Check your connection and press again.")
    see(page, "button", "Support this")
    page.click("button")
    city.until(lambda: len(city.posted) == 2)


def test_an_impatient_chidi_sends_once(city):
    page = city.opens(
        '<form method="post" action="/slow/"><button data-island="once">Send to the city</button>'
        "</form>"
    )
    page.evaluate(
        "addEventListener('submit', event => {"
        " event.preventDefault(); window.sent = (window.sent || 0) + 1 })"
    )
    width = page.locator("button").bounding_box()["width"]
    page.click("button")
    page.click("button", force=True)
    see(page, "button", "Sending…")
    assert page.evaluate("window.sent") == 1
    assert page.locator("button").bounding_box()["width"] == pytest.approx(width, abs=1)


def test_characters_are_counted_as_people_see_them(city):
    page = city.opens(
        '<div data-island="counter" data-limit="5"><input maxlength="5"><p data-counter></p></div>'
    )
    page.fill("input", "🌳🌳🌳")
    see(page, "[data-counter]", "2 characters left")
    page.fill("input", "plane tree")
    see(page, "[data-counter]", "Shorten it by 5 characters")


FORM = (
    '<form data-island="autosave" data-url="/draft/" data-key="d1" method="post" action="/next/">'
    '<textarea name="body">%s</textarea><p data-saved></p></form>'
)


def test_what_amara_writes_is_saved_while_she_writes(city):
    page = city.opens(FORM % "")
    city.answers["/draft/"] = "{}"
    page.fill("textarea", "Forty plane trees")
    sync_api.expect(page.locator("p[data-saved]")).to_contain_text("Saved at")
    assert "Forty plane trees" in city.posted[0][1]
    assert page.evaluate("localStorage.length") == 0


def test_what_could_not_be_saved_is_offered_when_amara_comes_back(city):
    page = city.opens(FORM % "")
    page.fill("textarea", "Forty plane trees")
    sync_api.expect(page.locator("p[data-saved]")).to_contain_text("Kept on this device")
    page.reload()
    assert page.locator("textarea").input_value() == ""
    sync_api.expect(page.locator("p[data-saved]")).to_contain_text("were kept on this device")
    page.click("text=Put them back")
    assert page.locator("textarea").input_value() == "Forty plane trees"


def test_an_act_that_is_hard_to_undo_asks_once_more(city):
    page = city.opens(
        '<form data-island="confirm" data-title="Withdraw this?" data-text="The page stays."'
        ' method="post" action="/withdraw/"><button>Withdraw it</button></form>'
    )
    city.answers["/withdraw/"] = FRAME % ("Withdrawn", "")
    page.click("main button")
    see(page, "dialog h2", "Withdraw this?")
    assert page.evaluate("document.activeElement.textContent") == "Go back"
    page.keyboard.press("Escape")
    assert city.posted == []
    assert page.evaluate("document.activeElement.textContent") == "Withdraw it"
    page.click("main button")
    page.click("dialog >> text=Withdraw it")
    page.wait_for_url("**/withdraw/")
    assert city.posted


def test_the_desk_sees_who_is_on_what_and_moves_by_keys(city):
    page = city.opens(
        '<div data-island="claim" data-topic="desk.7" data-v="1" data-person="5" data-free="free"'
        ' data-yours="You" data-taken="{name} is on this"><table data-island="keys"><tbody>'
        '<tr data-row="point-1"><th><a href="#a">A</a></th><td data-claim>free</td></tr>'
        '<tr data-row="point-2"><th><a href="#b">B</a></th><td data-claim>free</td></tr>'
        "</tbody></table></div>"
    )
    claims = [{"id": "point-1", "by": 6, "name": "Chidi"}, {"id": "point-2", "by": 5, "name": "Bo"}]
    city.news("desk.7", 2, {"claims": claims})
    see(page, '[data-row="point-1"] td', "Chidi is on this")
    see(page, '[data-row="point-2"] td', "You")
    city.news("desk.7", 3, {"claims": []})
    see(page, '[data-row="point-1"] td', "free")
    for key, place in [("j", "A"), ("j", "B"), ("j", "B"), ("k", "A")]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == place


def test_a_claim_ends_by_itself_and_a_judged_row_says_so(city):
    city.page.clock.install(time="2026-05-04T14:00:00Z")
    page = city.opens(
        '<div data-island="claim" data-topic="desk.7 desk.8" data-v="1 1" data-person="5"'
        ' data-free="free" data-yours="You" data-taken="{name} is on this" data-done="judged">'
        "<table>"
        '<tr data-row="point-1" data-desk="desk.7"><th>A</th><td data-claim>free</td></tr>'
        '<tr data-row="point-2" data-desk="desk.8"><th>B</th><td data-claim>free</td></tr>'
        "</table></div>"
    )
    claim = {"id": "point-1", "by": 6, "name": "Chidi", "until": "2026-05-04T14:00:30Z"}
    city.news("desk.7", 2, {"claims": [claim], "items": ["point-1"]})
    first, second = (f'[data-row="point-{number}"] [data-claim]' for number in (1, 2))
    see(page, first, "Chidi is on this")
    see(page, second, "free")
    page.clock.run_for(40_000)
    see(page, first, "free")
    city.news("desk.8", 2, {"claims": [], "items": []})
    see(page, second, "judged")
    see(page, first, "free")


def test_dana_pauses_the_news_and_it_stays_paused_on_the_next_page(city):
    body = (
        '<p data-live-sign class="live"><span class="live__text">Up to date</span>'
        '<span class="live__note" hidden></span><button data-live-switch hidden></button></p>'
        '<p data-island="live-numbers" data-topic="proposal.34" data-v="1">'
        '<b data-value="support_count">1</b></p>'
    )
    page = city.opens(body)
    see(page, "[data-live-switch]", "Pause")
    page.click("[data-live-switch]")
    sync_api.expect(page.locator(".live__note")).to_contain_text("Paused at")
    sockets = len(city.sockets)
    page.reload()
    sync_api.expect(page.locator(".live--paused")).to_have_count(1)
    assert len(city.sockets) == sockets
    page.click("[data-live-switch]")
    city.until(lambda: len(city.sockets) == sockets + 1)
    city.news("proposal.34", 2, {"support_count": 2})
    see(page, "b", "2")
    see(page, ".live__text", "Up to date")


def test_islands_in_fragments_that_come_later_live_too(city):
    page = city.opens("<div id='place'></div>")
    page.evaluate(
        "document.getElementById('place').innerHTML ="
        " `<div data-island='counter' data-limit='9'><input value='ab'><p data-counter></p></div>`"
    )
    see(page, "[data-counter]", "7 characters left")
