"""Whatever stands in a field of the API is taken or refused with a sentence; afterwards all is well."""

import json
from copy import deepcopy

from django.test import Client

from tests.hostile.matrix import API, PAGES, bodies, lines
from tests.hostile.pages import Page
from tests.hostile.scene import EVERYBODY
from tests.hostile.words import EMPTY, ODD, TOO_LONG, UNSTORABLE, XSS

ALSO = {
    ("api-proposals", "POST"): {
        "where": "The square",
        "place": 1,
        "themes": [{"theme": "none", "effect": "helps"}],
    },
    ("api-proposal", "PATCH"): {"note": "Clearer.", "version": 1},
    ("api-proposal", "DELETE"): {"reason": "Done already."},
    ("api-draft", "PUT"): {"body": "Frogs.", "where": "Behind the school"},
    ("api-answers", "POST"): {
        "money": "From the budget",
        "who": "Parks",
        "by_when": "Soon",
        "department": "none",
        "commitments": [{"what": "Nine taps", "who": "Parks", "due": "2099-01-01"}],
    },
    ("api-points", "POST"): {"parent": 1},
    ("api-reports", "POST"): {"email": "robin@example.org"},
    ("api-me", "PATCH"): {"language": "en"},
}
"""Fields that may be left out, so that they are tried too."""

WRONG_KINDS = [1, -1, 10**15, 1.5, True, None, [], {}, [["x"]], {"a": {"b": 1}}, "1", "x"]
WHO = {"api-answers": "evaluator", "api-decisions": "moderator"}


def fields(body, path=()):
    """The way to each value: `("ballot", "choice")`, `("themes", 0, "theme")`."""
    pairs = body.items() if isinstance(body, dict) else enumerate(body)
    for name, value in pairs:
        if isinstance(value, dict | list):
            yield from fields(value, (*path, name))
        yield (*path, name)


def changed(body, path, value):
    body = deepcopy(body)
    place = body
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return body


def doors(scene, named):
    """(who, method, address, body) of everything that takes JSON."""
    sent = bodies(scene)
    seen = set()
    for route, method, template, _said in lines(API):
        body = sent.get((route, method), {}) | ALSO.get((route, method), {})
        if method != "GET" and body and (route, method) not in seen:
            seen.add((route, method))
            yield WHO.get(route, "author"), method, template.format(**named), body


def test_every_field_takes_words_or_says_what_is_wrong(scene, named, ask):
    wrong = []
    must_be_refused = UNSTORABLE | TOO_LONG
    for who, method, address, body in doors(scene, named):
        for path in fields(body):
            for kind, words in (must_be_refused | EMPTY | ODD | XSS).items():
                answer = ask(who, method, address, changed(body, path, words))
                if trouble := what_is_wrong(answer, kind in must_be_refused, address):
                    wrong.append(f"{method} {address} {path}, {kind}: {trouble}")
    assert not wrong, "\n".join(wrong)


def what_is_wrong(answer, must_be_refused: bool, address: str) -> str:
    kept_as_typed = "/drafts/" in address  # judged only when it is sent
    if answer.status_code >= 500:
        return str(answer.status_code)
    if answer.status_code < 400:
        return "taken" if must_be_refused and not kept_as_typed else ""
    told = answer.json()
    return "" if told["detail"].strip() and told["code"] else f"no sentence: {told}"


def test_a_value_of_the_wrong_kind_is_told_so(scene, named, ask):
    wrong = []
    for who, method, address, body in doors(scene, named):
        for path in fields(body):
            for value in WRONG_KINDS:
                answer = ask(who, method, address, changed(body, path, value))
                if trouble := what_is_wrong(answer, False, address):
                    wrong.append(f"{method} {address} {path} {value!r}: {trouble}")
    assert not wrong, "\n".join(wrong)


def test_numbers_that_are_none_and_names_that_stand_twice_are_refused(scene, named, ask):
    for who, method, address, body in doors(scene, named):
        name = next(iter(body))
        for raw in ("NaN", "Infinity", "-Infinity", "1e999", "9" * 400, "9" * 100_000):
            sent = json.dumps(body | {name: "HERE"}).replace('"HERE"', raw).encode()
            assert ask(who, method, address, sent).status_code == 400, (address, raw[:20])
        twice = (json.dumps(body)[:-1] + f', "{name}": 1}}').encode()
        assert ask(who, method, address, twice).status_code == 400, address


def test_a_city_full_of_hostile_words_reads_well(scene, named, forms, ask):
    """Taken by every door that takes them, they stand on every page as words and nothing else."""
    taken = dict.fromkeys((*XSS, *ODD), 0)
    for kind, words in (XSS | ODD).items():
        for who, method, address, body in doors(scene, named):
            for path in fields(body):
                if method in ("POST", "PATCH", "PUT"):
                    taken[kind] += left(ask.client(who), method, address, body, path, words)
        for filled in forms:
            if not filled.form.action.startswith("/account/") or "name" in filled.form.action:
                client = ask.client(filled.who)
                sent = filled.values | dict.fromkeys(filled.form.words, words)
                taken[kind] += client.post(filled.form.action, sent).status_code == 302
    assert min(taken.values()) > 5, taken
    for who in EVERYBODY:  # last, so that every page had to show it in between
        left(
            ask.client(who), "PATCH", "/api/v1/me/", {}, ("display_name",), next(iter(XSS.values()))
        )
    assert broken_pages(named, ask) == []


def left(client: Client, method: str, address: str, body, path, words) -> bool:
    """Whether the words were taken; they stay."""
    sent = json.dumps(changed(body, path, words) if path[0] in body else {path[0]: words})
    answer = client.generic(method, address, sent, "application/json")
    assert answer.status_code < 500, (method, address, path, words)
    return answer.status_code in (200, 201)


def broken_pages(named, ask) -> list[str]:
    wrong = []
    for who in ("nobody", "author", "moderator", "evaluator", "organiser"):
        for _route, method, template, _said in (*lines(PAGES), *lines(API)):
            if method != "GET":
                continue
            address = template.format(**named)
            answer = ask(who, "GET", address)
            if answer.status_code >= 500:
                wrong.append(f"{address} for {who}: {answer.status_code}")
            elif "html" in answer.get("Content-Type", ""):
                page = Page(answer.content.decode(), address)
                wrong += [f"{address} for {who}: {one}" for one in page.harm + page.hosts]
    return wrong
