"""Whatever is typed or sent, it ends in a sentence, and the city goes on.

Every form of every page and every writing verb of the API is tried with words that break things.
What is wrong is found by the server (an exception reaches the test) or afterwards by whoever reads:
what was taken stays here, in the demonstration, and every public page is read over it.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client
from drf_spectacular.generators import SchemaGenerator

from discussions.models import Point
from people.models import Person
from proposals.models import Proposal
from tests.journeys.routes import EXAMPLES, FRAGMENTS, LANDMARKS

pytestmark = pytest.mark.usefixtures("lindhaven")

WORDS = {
    "empty": "",
    "blank": " \u200b\u2800\n ",
    "nul": "a\x00b",
    "half a character": "a\ud800b",
    "not one line": "Subject\r\nBcc: all@example.org\u2028\u2029",
    "turned around": "\u202egnihton\u202c \u2066",
    "markup": "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7|add:7 }}%s%(a)s",
    "search signs": "' OR 1=1 -- \" * AND NEAR(a) :* & | ! \\",
    "a long word": "x" * 200_000,
    "many lines": "\n" * 200_000 + "x",
    "many links": "[a](https://example.org) " * 2_000,
    "a huge number": "9" * 400,
    "too much": "x" * 2_000_000,
}
FORM = "application/x-www-form-urlencoded"
SIGNED_IN = ["citizen1", "moderator", "evaluator", "organiser"]


@pytest.fixture(autouse=True)
def _nobody_is_slowed_down(settings):
    """Limits have tests of their own."""
    settings.WRITES_A_MINUTE = settings.REPORTS_AN_HOUR = 100_000
    settings.LIMITS = dict.fromkeys(settings.LIMITS, (100000, 60))


@pytest.fixture
def known(lindhaven):
    """Ids and slugs of things of every kind in the city."""
    told: dict = {}
    exec(LANDMARKS.replace("print(json.dumps(told))", ""), told)  # what the journeys use
    return told["told"]


def browser_of(account):
    client = Client()
    if account:
        client.force_login(Person.objects.get(email=f"{account}@example.org"))
    return client


class Forms(HTMLParser):
    """The forms of a page: where they lead, and their fields with what stands in them."""

    def __init__(self, page):
        super().__init__()
        self.found: list[dict] = []
        self._open: dict | None = None
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        if tag == "form":
            self._open = {"action": "", "method": "get", "fields": {}, "words": set()} | facts
            self.found.append(self._open)
        elif self._open is not None and "name" in facts:
            self._field(tag, facts)
        elif self._open is not None and tag == "option" and self._select:
            self._open["fields"].setdefault(self._select, facts.get("value", ""))

    def _field(self, tag, facts):
        name, kind = facts["name"], facts.get("type", "text")
        if tag == "select":
            self._select = name
        elif tag in ("textarea", "input") and kind not in ("hidden", "radio", "checkbox"):
            self._open["words"].add(name)
        if tag == "button" or kind in ("radio", "checkbox", "hidden"):
            self._open["fields"].setdefault(name, facts.get("value") or "on")

    def handle_endtag(self, tag):
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""


def forms_seen_by(account, known, seen: set) -> Iterator[tuple[str, dict]]:
    """Each form with words once, whatever number of pages and people see it."""
    client = browser_of(account)
    for examples in EXAMPLES.values():
        for address in (example.format(**known) for example in examples):
            response = client.get(address)
            if "text/html" not in response.headers.get("Content-Type", ""):
                continue
            for form in Forms(response.content.decode()).found:
                target = urlsplit(urljoin(address, form["action"] or address)).path
                signature = (target, frozenset(form["words"]), form["method"])
                if form["words"] and signature not in seen:
                    seen.add(signature)
                    yield target, form


@pytest.mark.parametrize("accounts", [[None], SIGNED_IN], ids=["strangers", "signed in"])
def test_no_form_breaks_on_any_words(known, accounts):
    tried, seen = 0, set()
    forms = ((who, *form) for who in accounts for form in forms_seen_by(who, known, seen))
    for account, target, form in forms:
        for kind, words in WORDS.items():
            client = browser_of(account)
            cache.clear()  # allauth counts for itself
            filled = form["fields"] | dict.fromkeys(
                form["words"], words.replace("\ud800", "\ufffd")
            )
            tried += 1
            if form["method"].lower() == "get":
                response = client.get(target, {n: v[:3000] for n, v in filled.items()})
            else:
                response = client.post(target, urlencode(filled), content_type=FORM)
            said = f"{account} sends {kind} to {target}: {response.status_code}"
            assert response.status_code in (200, 302, 400, 403, 404, 409, 413, 422), said
            if response.status_code == 302:
                assert client.get(response["Location"]).status_code < 500, said
    assert tried > len(WORDS)
    every_public_page_answers(known)


def test_no_api_verb_breaks_on_any_words(known):
    client, tried = browser_of("citizen1"), 0
    for path, verbs in SchemaGenerator().get_schema(public=True)["paths"].items():
        names = dict.fromkeys(NUMBERS, 0) | {"topic": "proposal.0"}
        address = path.format(**names | numbers_in(path, known))
        for verb in {"post", "put", "patch"} & set(verbs):
            for kind, body in bodies(verbs[verb]):
                tried += 1
                response = client.generic(
                    verb.upper(), address, body, content_type="application/json"
                )
                said = f"{kind} to {verb} {path}: {response.status_code}"
                assert response.status_code < 500, said
                if response.status_code >= 400:
                    told = response.json()
                    assert set(told) == {"detail", "code", "fields"}, said
                    assert told["detail"], said
                if kind in BROKEN and response.status_code not in (401, 403, 404, 409):
                    assert response.status_code in (400, 413), said
    assert tried > 50
    every_public_page_answers(known)


NUMBERS = ["id", "proposal_id", "point_id", "poll_id", "consultation_id", "decision_id", "number"]
BROKEN = {
    "half a character": b'{"title": "\\ud800", "body": "\\ud800", "facts": "\\udfff"}',
    "nul": b'{"title": "a\\u0000b", "body": "a\\u0000b"}',
    "deep": b"[" * 100_000,
    "ten megabytes": b'{"body": "' + b"x" * 10_000_000 + b'"}',
    "not a number": b'{"value": NaN}',
    "infinity": b'{"value": -Infinity}',
    "a huge number": b'{"consultation": ' + b"9" * 400 + b"}",
    "not utf-8": b'{"title": "\xff\xfe"}',
    "not json": b"title=a",
    "twice": b'{"title": "a", "title": "b"}',
}


def numbers_in(path, known):
    poll = known["yes_no"]
    return {
        "proposal_id": known["own"] if "points" not in path else known["proposal"],
        "point_id": known["point"],
        "poll_id": poll,
        "consultation_id": known["consultation_id"],
        "slug": known["theme"],
    }


def bodies(operation) -> Iterator[tuple[str, bytes]]:
    yield from BROKEN.items()
    yield from {"nothing": b"", "null": b"null", "a list": b"[]", "a word": b'"a"'}.items()
    for field in ("title", "body", "facts", "url", "email", "because", "name", "kind", "value"):
        for thing in (b"null", b"7", b"[]", b"{}", b'""', b'"\\u200b"', b"true", b"1e300"):
            yield f"{field} {thing.decode()}", b'{"%s": %s}' % (field.encode(), thing)


def every_public_page_answers(known):
    """Anonymous readers still get every page, and no sign on it that cannot be shown."""
    reader = Client()
    for route, examples in EXAMPLES.items():
        for address in (example.format(**known) for example in examples):
            response = reader.get(address, follow=True)
            assert response.status_code in (200, 403, 404), f"{route} {address}"
            if route not in FRAGMENTS and not response.streaming:
                assert "\x00" not in response.content.decode(), address
    for found in (Proposal.objects.standing(), Point.objects.standing()):
        for one in found.order_by("-pk")[:5]:
            assert reader.get(one.get_absolute_url(), follow=True).status_code == 200
