"""Requests that no browser sends: odd bodies, headers, cookies, cursors and parameters."""

import base64

import pytest
from django.test import Client

from tests.hostile.matrix import API, PAGES, lines

CURSORS = ["p=abc", "p=%00", "p=1,2", "p=NaN", "r=1&p=x", "p=%ED%A0%80", f"o={'9' * 20}", "o=-1"]
PARAMETERS = [
    *("after=abc", "after=" + "9" * 400, "before=%C2%B2", "from=%FF", "newest=x", "order=%F0%9F"),
    *("points=x", "kind=<x>", "parent=" + "9" * 30, "consultation=%D9%A3", "proposal=" + "9" * 30),
    *("theme=%F0", "place=" + "9" * 30, "desk=" + "9" * 30, "limit=" + "9" * 50, "limit=-1"),
    *(
        "format=xml",
        "format=html",
        "q=%FF%FE",
        "url=http://[",
        "url=//evil",
        "topics=%F0",
        "have=x",
    ),
]
BODIES = [
    b"",
    b"[]",
    b'"x"',
    b"null",
    b"1",
    b"{",
    b"\xff\xfe\x00",
    b"[" * 100_000,
    b'{"url": [{}]}',
]
HEADERS = [
    {"HTTP_COOKIE": "session=\x00\x00\x00\x00\x00\x00\x00\x00\x00"},
    {"HTTP_COOKIE": "session=\xff\xfe\xff\xff\xff\xff\xff\xff\xff; csrf=\x00\xff"},
    {"HTTP_COOKIE": f"session={'a' * 5000};;;===,,"},
    {"HTTP_AUTHORIZATION": "Token \xff\x00"},
    {"HTTP_AUTHORIZATION": "Token a b"},
    {"HTTP_ACCEPT_LANGUAGE": "x" * 5000},
    {"HTTP_ACCEPT": "garbage"},
    {"HTTP_ACCEPT": "text/html;q=x, application/json; indent=99999999"},
    {"HTTP_HOST": "evil.example"},
    {"HTTP_HOST": "a b"},
    {"HTTP_X_FORWARDED_FOR": "\x00,'"},
    {"HTTP_X_FORWARDED_HOST": "evil.example"},
    {"REMOTE_ADDR": "garbage"},
    {"HTTP_IF_NONE_MATCH": "\xff" * 999},
    {"HTTP_IF_MODIFIED_SINCE": "yesterday"},
    {"HTTP_REFERER": "\xff\x00"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_X_FRAGMENT": "\x00"},
]
PLACES = [
    *("/", "/api/v1/me/", "/api/v1/live/?topics=proposal.1", "/report/", "/account/login/"),
    *("/healthz", "/nowhere/", "/proposals/1/"),
]
PERSONAL = {
    "/desk/reports/": "moderator",
    "/desk/reports/newer/": "moderator",
    "/desk/answers/": "evaluator",
    "/notices/": "author",
    "/your-voice/": "author",
    "/your-voice/supports/": "author",
}


def addresses(table: str, named: dict, method: str = "GET") -> list[str]:
    return [t.format(**named).split("?")[0] for _r, m, t, _s in lines(table) if m == method]


def lists(named: dict) -> list[str]:
    proposal = f"/api/v1/proposals/{named['shade'].pk}"
    names = ("themes", "places", "consultations", "proposals", "drafts", "polls", "answers")
    more = ("reports", "decisions")
    return [
        *(f"/api/v1/{name}/" for name in (*names, *more)),
        *(f"{proposal}/{name}/" for name in ("points", "versions")),
    ]


def test_a_cursor_that_we_did_not_give_leads_nowhere(named, ask):
    wrong = []
    for address in lists(named):
        for cursor in CURSORS:
            sent = base64.b64encode(cursor.encode()).decode()
            answer = ask("moderator", "GET", f"{address}?cursor={sent}")
            if answer.status_code not in (200, 404) or "json" not in answer["Content-Type"]:
                wrong.append(f"{address} {cursor}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_no_parameter_breaks_a_page(named, ask):
    """All of them at once: a page passes over those that it does not know."""
    wrong = []
    for address in addresses(PAGES, named):
        for parameters in ("&".join(PARAMETERS), "&".join(reversed(PARAMETERS))):
            answer = ask("nobody", "GET", f"{address}?{parameters}")
            if answer.status_code >= 500:
                wrong.append(f"{address}?{parameters}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_no_parameter_breaks_a_resource_or_the_desk(named, ask):
    wrong, places = [], dict.fromkeys(addresses(API, named), "nobody")
    del places["/api/v1/schema/"], places["/api/v1/"]  # they ask for nothing, slowly
    places |= dict.fromkeys(lists(named), "moderator") | PERSONAL
    for address, who in places.items():
        for parameter in PARAMETERS:
            answer = ask(who, "GET", f"{address}?{parameter}")
            if answer.status_code >= 500:
                wrong.append(f"{address}?{parameter} by {who}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_no_body_breaks_the_api_and_each_refusal_is_a_sentence(named, ask):
    wrong = []
    doors = [(method, t.format(**named)) for _r, method, t, _s in lines(API) if method != "GET"]
    for method, address in doors:
        for body in BODIES:
            answer = ask("moderator" if "decisions" in address else "author", method, address, body)
            told = answer.json() if answer.status_code >= 400 else None
            if answer.status_code >= 500 or (told and not told["detail"].endswith(".")):
                wrong.append(f"{method} {address} {body[:20]!r}: {told}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"x=" + b"x" * 10_000_000, "application/x-www-form-urlencoded"),
        (b"a=b&" * 5_000, "application/x-www-form-urlencoded"),
        (b"--B\r\nfoo", "multipart/form-data"),
        (b"x=1", "multipart/form-data; boundary=" + "x" * 300),
        (b"x=%5Cud800", "application/x-www-form-urlencoded; charset=unicode_escape"),
        (
            b'--B\r\nContent-Disposition: form-data; name="login"\r\n\r\n\\ud800x\r\n--B--\r\n',
            "multipart/form-data; boundary=B; charset=unicode_escape",
        ),
        (
            b'--B\r\nContent-Disposition: form-data; name="login"\r\n\r\nx\r\n--B--\r\n',
            "multipart/form-data; boundary=B; charset=hex",
        ),
        (
            b'--B\r\nContent-Disposition: form-data; name="login"\r\n\r\n'
            + b"x" * 2_000_000
            + b"\r\n--B--\r\n",
            "multipart/form-data; boundary=B",
        ),
    ],
    ids=[
        *("10 MB", "5,000 fields", "no boundary", "long boundary", "escapes"),
        *("escapes in parts", "no text", "2 MB in a part"),
    ],
)
@pytest.mark.parametrize("address", ["/account/login/", "/report/", "/api/v1/reports/"])
def test_bodies_that_cannot_be_read_are_told_so(db, address, body, kind):
    answer = Client(raise_request_exception=False).generic("POST", address, body, kind)
    assert answer.status_code in (400, 413, 415)
    if address.startswith("/api/"):
        assert answer.json()["detail"].endswith(".")
    else:
        assert "We could not read that" in answer.content.decode()


def test_no_header_breaks_a_page(scene):
    wrong = []
    for headers in HEADERS:
        for address in PLACES:
            for method in ("GET", "POST"):
                client = Client(raise_request_exception=False)
                answer = client.generic(method, address, **headers)
                if answer.status_code >= 500 or "evil.example" in answer.content.decode():
                    wrong.append(f"{method} {address} {headers}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def test_no_method_breaks_a_page(scene):
    for method in ("HEAD", "OPTIONS", "TRACE", "FOO", "get"):
        for address in (*PLACES, *PERSONAL, "/api/v1/proposals/", "/api/v1/decisions/"):
            answer = Client(raise_request_exception=False).generic(method, address)
            assert answer.status_code < 500, f"{method} {address}"
