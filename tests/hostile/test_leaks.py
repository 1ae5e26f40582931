"""What must not get out does not, what must not get in does not, and each answer guards itself."""

import re

import pytest
from django.apps import apps
from django.test import Client
from django.urls import path

from config.urls import urlpatterns as real_addresses
from live import epoch
from people.models import Person
from people.tokens import make_token
from proposals.models import Counters, Proposal
from tests.hostile.asking import Asker
from tests.hostile.matrix import API, PAGES, bodies, lines
from tests.hostile.pages import Page
from tests.hostile.scene import SECRET

WITH_A_FORM = ("/account/", "/report/", "/language/")
"""Pages on which people without an account write something: they may set the CSRF cookie."""


def gets(named: dict, *tables: str) -> list[str]:
    return [
        template.format(**named)
        for table in tables or (PAGES, API)
        for _route, method, template, _said in lines(table)
        if method == "GET"
    ]


def searches(named: dict) -> list[str]:
    """Lists and searches in which something hidden could turn up."""
    proposal, consultation = named["shade"].pk, named["consultation"].pk
    topics = ",".join(
        f"{kind}.{number}"
        for kind, number in (
            *(("proposal", named[which].pk) for which in ("shade", "hidden")),
            *(("point", named[which].pk) for which in ("point", "hidden_point")),
            *(("consultation", named[which].pk) for which in ("consultation", "draft")),
            *(("poll", named[which].pk) for which in ("poll", "draft_poll")),
            *((kind, consultation) for kind in ("desk", "person")),
        )
    )
    return [
        *(f"/search/?q={word}" for word in (SECRET, "shade", "example.org")),
        *(f"/api/v1/search/?q={word}" for word in (SECRET, "shade", "example.org")),
        f"/api/v1/live/?topics={topics}",
        f"/api/v1/live/?topics={topics}&have=proposal.{proposal}:0,consultation.{consultation}:0",
        f"/api/v1/proposals/?consultation={named['draft'].pk}",
        f"/api/v1/polls/?consultation={named['draft'].pk}",
        f"/api/v1/proposals/{proposal}/points/?parent={named['point'].pk}",
        f"/consultations/{named['consultation'].slug}/newer/?after=0",
        f"/proposals/{proposal}/points/?after=0",
        f"/points/{named['point'].pk}/replies/?after=0",
        f"/report/?url=/points/{named['hidden_point'].pk}/",
    ]


def everything_said(answer) -> str:
    return answer.content.decode(errors="replace").lower() + str(answer.headers).lower()


def test_hidden_words_drafts_reports_and_facts_are_nowhere_for_the_public(named, ask):
    leaking = [
        f"{address} to {who}"
        for who in ("nobody", "citizen", "neighbour")
        for address in (*gets(named), *searches(named))
        if SECRET
        in everything_said(ask(who, "GET", address))
        .replace(f"q={SECRET}", "")
        .replace(f'value="{SECRET}"', "")
        and f"q={SECRET}" not in address
    ]
    assert leaking == []


def test_a_search_for_hidden_words_finds_nothing(named, ask):
    for who in ("nobody", "citizen", "evaluator", "organiser"):
        assert ask(who, "GET", f"/api/v1/search/?q={SECRET}").json()["results"] == []


def test_what_could_leak_is_there_for_its_own_people(named, ask):
    """The net has no hole: those who may read it find it by the same visits."""
    seen = {
        who
        for who in ("author", "moderator", "organiser")
        for address in gets(named)
        if SECRET in everything_said(ask(who, "GET", address))
    }
    assert seen == {"author", "moderator", "organiser"}


@pytest.mark.parametrize("who", ["nobody", "citizen", "moderator", "organiser"])
def test_nobody_reads_the_address_of_somebody_else(scene, named, ask, who):
    own = scene.people[who].email if who != "nobody" else None
    others = [p.email for p in Person.objects.all() if p.email != own]
    others.append(f"{SECRET}.reporter@")
    leaking = []
    for address in (*gets(named), *searches(named)):
        said = everything_said(ask(who, "GET", address))
        leaking += [f"{address} tells {one}" for one in others if one in said]
    assert leaking == []


def test_what_is_sent_beside_the_fields_changes_nothing(scene, ask):
    """Nobody names the author, the numbers or the state of what she sends."""
    amara = scene.people["author"]
    extra = {
        "id": 999_999,
        "pk": 999_999,
        "author": scene.people["citizen"].pk,
        "author_id": scene.people["citizen"].pk,
        "status": "answered",
        "support_count": 5_000,
        "point_counts": {"for": 99},
        "counters": {"supports": 99},
        "official": True,
        "hidden": None,
        "version": 1,
        "posted": "2001-01-01T00:00:00Z",
        "published": "2001-01-01T00:00:00Z",
        "agree": 99,
        "is_active": False,
        "is_staff": True,
        "is_superuser": True,
        "email": "robin@example.org",
        "kind": "for",
        "roles": ["moderator"],
        "turnout": 99,
        "decision": scene.decision.pk,
        "person": scene.people["citizen"].pk,
    }
    client = ask.client("author")
    sent = bodies(scene)

    def send(method: str, address: str, body: dict) -> dict:
        answer = getattr(client, method)(address, extra | body, content_type="application/json")
        assert answer.status_code in (200, 201), answer.content
        return answer.json()

    made = send("post", "/api/v1/proposals/", sent["api-proposals", "POST"])
    proposal = Proposal.objects.get(pk=made["id"])
    assert (proposal.author, proposal.hidden, made["status"]) == (amara, None, "published")
    assert (made["support_count"], made["version"]) == (0, 1)
    assert made["id"] != 999_999 and proposal.posted.year > 2001
    changed = send("patch", f"/api/v1/proposals/{made['id']}/", {"title": "A bigger pond"})
    assert (changed["version"], changed["support_count"]) == (2, 0)
    assert Counters.objects.get(proposal=proposal).supports == 0

    said = send(
        "post", f"/api/v1/proposals/{made['id']}/points/", {"body": "Frogs.", "kind": "for"}
    )
    assert (said["author"], said["official"], said["id"] != 999_999) == ("Amara", False, True)
    assert said["replies_count"] == 0

    before = send("patch", "/api/v1/me/", {"display_name": "Robin"})
    assert (before["id"], before["email"], before["kind"]) == (amara.pk, amara.email, amara.kind)
    amara = Person.objects.get(pk=amara.pk)
    assert amara.is_active and not amara.appointments.exists()
    ballot = send("put", f"/api/v1/polls/{scene.poll.pk}/ballot/", sent["api-ballot", "PUT"])
    assert ballot["turnout"] == 1


def test_pages_that_are_only_read_set_no_cookie(named, ask):
    setting = {}
    for address in (*gets(named), *searches(named), "/nowhere/", "/api/v1/nowhere/"):
        cookies = set(ask("nobody", "GET", address).cookies)
        if cookies - ({"csrf"} if address.startswith(WITH_A_FORM) else set()):
            setting[address] = cookies
    # A code is asked for in the browser that wanted it; there is nothing to read there.
    assert {a for a in setting if not a.startswith("/account/")} == set()


def test_what_is_made_for_one_person_is_kept_by_no_cache(scene, named, ask):
    token = make_token(scene.people["author"])
    kept = []
    for address in gets(named):
        answers = [ask("author", "GET", address)]
        if address.startswith("/api/v1/me"):
            answers.append(
                ask("nobody", "GET", address, HTTP_AUTHORIZATION=f"Token {token}"),
            )
        kept += [
            f"{address}: {answer.get('Cache-Control')}"
            for answer in answers
            if "no-store" not in answer.get("Cache-Control", "")
            and answer.status_code == 200
            and not is_the_same_for_all(address)
        ]
    assert kept == []


def is_the_same_for_all(address: str) -> bool:
    alike = ("/healthz", "/readyz", "/city.css")
    return address in alike or address.startswith(("/api/v1/live/", "/city/crest-"))


def fails(request):
    raise RuntimeError("on purpose")


urlpatterns = [path("fails/", fails), *real_addresses]


def test_every_answer_guards_itself(scene, named, ask, settings):
    """Pages, API, redirects, refusals, what is not there, what broke, files: one policy."""
    settings.ROOT_URLCONF = __name__
    asked = [
        *((who, "GET", address) for address in gets(named) for who in ("nobody", "moderator")),
        *(("nobody", "GET", a) for a in ("/nowhere/", "/api/v1/nowhere/", "/static/nothing.css")),
        *(("nobody", "GET", a) for a in ("/search/?q=%00", "/fails/", "/static/", "/favicon.ico")),
        *(("nobody", "POST", address) for address in ("/", "/api/v1/reports/", "/account/login/")),
        ("citizen", "GET", "/desk/"),
    ]
    unguarded = []
    for who, method, address in asked:
        answer = ask(who, method, address)
        policy = answer.get("Content-Security-Policy", "")
        guarded = (
            "default-src 'none'" in policy
            and "frame-ancestors 'none'" in policy
            and "unsafe" not in policy
            and answer.get("X-Frame-Options") == "DENY"
            and answer.get("X-Content-Type-Options") == "nosniff"
        )
        if not guarded:
            unguarded.append(f"{method} {address}: {answer.status_code} {policy}")
    assert ask("nobody", "GET", "/fails/").status_code == 500
    assert unguarded == []


def test_no_page_asks_another_host_or_holds_a_script(named, ask):
    wrong = []
    for who in ("nobody", "author", "moderator", "organiser", "evaluator"):
        for address in gets(named, PAGES):
            page = Page(ask(who, "GET", address).content.decode(errors="replace"), address)
            wrong += [f"{address} for {who}: {one}" for one in page.hosts + page.harm]
    assert wrong == []


def test_reading_changes_nothing(scene, named, ask):
    epoch.current()  # made when first asked for
    before = whole_database()
    for who in ("nobody", "author", "moderator", "organiser", "evaluator"):
        client = ask.client(who)
        for address in (*gets(named), *searches(named)):
            if not address.startswith("/account/logout"):
                client.get(address)
    changed = {name for name, rows in whole_database().items() if rows != before[name]}
    assert changed == set()


def whole_database() -> dict[str, list]:
    """Every row of every table, but for sessions."""
    return {
        model._meta.label: sorted(map(repr, model.objects.values_list()))
        for model in apps.get_models()
        if model._meta.label != "people.Session" and model._meta.managed
    }


WITHOUT_A_TOKEN = {"letters-stop": "mail programs post here for their reader (RFC 8058)"}
"""The address itself holds a signed word for this one purpose; it signs nobody in."""


def test_every_form_asks_for_its_token(scene, named, ask):
    """A page elsewhere cannot post in somebody's name, with her cookie or without."""
    sent, open_doors = bodies(scene), []
    for who in ("nobody", "author", "moderator", "organiser"):
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        if who != "nobody":
            client.force_login(scene.people[who])
        for route, method, template, _said in (*lines(PAGES), *lines(API)):
            if method == "GET" or (who == "nobody" and route.startswith("api-")):
                continue
            if route in WITHOUT_A_TOKEN:
                continue
            address = template.format(**named)
            kind = {"content_type": "application/json"} if route.startswith("api-") else {}
            body = sent.get((route, method), {})
            answer = getattr(client, method.lower())(address, body, **kind)
            if answer.status_code != 403:
                open_doors.append(f"{method} {address} by {who}: {answer.status_code}")
    assert open_doors == []


NEXT = [
    "//evil.example/",
    "https://evil.example/",
    "/\\evil.example",
    "\\\\evil.example",
    "javascript:alert(1)",
    "///evil.example",
    "http:evil.example",
    "/%0d%0aLocation:%20//evil.example",
    "\t//evil.example",
]


@pytest.mark.parametrize("onward", NEXT)
def test_signing_in_and_out_lead_to_our_own_pages_only(scene, onward):
    amara = scene.people["author"]
    credentials = {"login": amara.email, "password": "Amara and the old lime tree"}
    for address in ("/account/login/", "/account/login/?next=" + onward):
        client = Client()
        answer = client.post(address, credentials | {"next": onward})
        assert answer.status_code == 302
        leads_to_us(answer)
        leads_to_us(client.get("/account/login/", {"next": onward}))
        leads_to_us(client.post("/account/logout/", {"next": onward}))
    for address in (f"//evil.example/%2e%2e/desk/?x={onward}", f"/desk/?next={onward}"):
        leads_to_us(Client().get(address))


def leads_to_us(answer) -> None:
    where = answer.get("Location", "/")
    assert re.match(r"/(?![/\\])[^\r\n\t]*$", where), where


def test_the_address_in_the_request_is_not_believed(scene):
    for headers in ({"HTTP_HOST": "evil.example"}, {"HTTP_X_FORWARDED_HOST": "evil.example"}):
        answer = Client().get("/api/v1/proposals/?limit=1", **headers)
        assert "evil.example" not in answer.content.decode()
        reset = Client().post(
            "/account/password/reset/", {"email": scene.people["author"].email}, **headers
        )
        assert "evil.example" not in str(reset.headers)


NEW_ACCOUNT = {"password1": "nine green bottles", "display_name": "Robin"}


def told(answer, client: Client, email: str) -> tuple:
    """Everything somebody without an account learns from an answer and the page it leads to."""
    page = client.get(answer["Location"]) if answer.status_code == 302 else answer
    words = page.content.decode().replace(email, "ADDRESS")
    words = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", words)
    return answer.status_code, answer.get("Location"), sorted(answer.cookies), words


@pytest.mark.parametrize(
    ("address", "field", "more"),
    [
        ("/account/login/", "login", {"password": "a wrong pass phrase"}),
        ("/account/password/reset/", "email", {}),
        ("/account/signup/", "email", NEW_ACCOUNT),
    ],
)
def test_nobody_learns_who_has_an_account(scene, address, field, more):
    heard = []
    for email in (scene.people["author"].email, "nobody-at-all@example.org"):
        client = Client()
        heard.append(told(client.post(address, {field: email} | more), client, email))
    assert heard[0] == heard[1]


@pytest.mark.parametrize(
    ("method", "address", "body"),
    [
        ("POST", "", {"code": "WRONG1"}),
        ("POST", "", {"action": "resend"}),
        ("POST", "", {"action": "change", "email": "robin@example.org"}),
        ("GET", "", {}),
        ("GET", "/account/signup/", {}),
        ("GET", "/account/login/", {}),
        ("GET", "/account/email/", {}),
        ("GET", "/account/logout/", {}),
        ("POST", "/account/logout/", {"next": "/account/signup/"}),
        ("GET", "/account/password/reset/", {}),
        ("GET", "/account/password/reset/complete/", {}),
    ],
)
@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("/account/signup/", "/account/confirm-email/"),
        ("/account/password/reset/", "/account/password/reset/confirm/"),
    ],
)
def test_nobody_learns_it_from_what_follows(scene, first, then, method, address, body):
    heard = []
    for email in (scene.people["author"].email, "nobody-at-all@example.org"):
        client = Client()
        client.post(first, NEW_ACCOUNT | {"email": email})
        answer = getattr(client, method.lower())(address or then, body)
        heard.append(told(answer, client, email))
    assert heard[0] == heard[1]


def test_a_report_says_the_same_of_what_is_hidden_and_what_never_was(scene, ask):
    body = bodies(scene)["api-reports", "POST"]
    hidden, draft, never = (
        ask("nobody", "POST", "/api/v1/reports/", body | {"url": url})
        for url in (
            f"/points/{scene.hidden_point.pk}/",
            f"/proposals/{scene.hidden.pk}/",
            "/points/999999/",
        )
    )
    assert hidden.json() == draft.json() == never.json()
    assert {hidden.status_code, draft.status_code, never.status_code} == {400}


def test_the_asker_puts_everything_back(scene, ask: Asker):
    before = whole_database()
    assert ask("author", "PATCH", "/api/v1/me/", {"display_name": "Robin"}).status_code == 200
    assert whole_database() == before
