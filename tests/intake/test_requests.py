"""Requests that no page could answer get 400 and a sentence, not a 500."""

import io

import pytest
from django.core.exceptions import BadRequest
from django.http import HttpResponse
from django.test import AsyncRequestFactory, RequestFactory
from rest_framework.exceptions import APIException

from intake.middleware import DoorMiddleware
from intake.parsers import GuardedJSONParser

MAKE = RequestFactory()


def through_the_door(request):
    return DoorMiddleware(lambda request: HttpResponse("in"))(request)


def test_ordinary_requests_pass():
    for request in (
        MAKE.get("/search/?q=Łódź+%F0%9F%98%80"),
        MAKE.post("/proposals/", {"body": "x" * 900_000}, "application/x-www-form-urlencoded"),
        MAKE.post("/desk/city/", {"crest": io.BytesIO(b"x" * 2_000_000)}),
    ):
        assert through_the_door(request).content == b"in"


@pytest.mark.parametrize(
    "request_",
    [
        MAKE.get("/search/?q=a%00b"),
        MAKE.get("/search/?q=%ED%A0%80"),
        MAKE.get("/proposals/a%00b/"),
        MAKE.get("/search/?q=" + "a" * 5000),
        MAKE.get("/" + "a" * 5000),
        MAKE.post("/proposals/", "body=" + "x" * 1_100_000, "application/x-www-form-urlencoded"),
        MAKE.post("/api/v1/proposals/", "x" * 1_100_000, "application/json"),
        MAKE.post("/report/", {"file": io.BytesIO(b"x" * 1_100_000)}),
        MAKE.post("/desk/city/", {"crest": io.BytesIO(b"x")}, CONTENT_LENGTH="74000000"),
    ],
    ids=lambda request: f"{request.method} {request.get_full_path()[:30]}",
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(request_):
    with pytest.raises(BadRequest, match=r"\.$"):
        through_the_door(request_)


async def test_the_door_stands_in_asynchronous_servers_too():
    async def page(request):
        return HttpResponse("in")

    door = DoorMiddleware(page)
    assert (await door(AsyncRequestFactory().get("/?q=a"))).content == b"in"
    with pytest.raises(BadRequest):
        await door(AsyncRequestFactory().get("/?q=%00"))


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"[" * 100_000, 400, "too-deep"),
        (b'{"title": "\\ud800"}', 400, "unstorable"),
        (b"x" * 10_000_000, 413, "too-large"),
        (b"{", 400, "invalid-json"),
    ],
)
def test_the_api_refuses_bodies_with_a_sentence(body, status, code):
    with pytest.raises(APIException) as caught:
        GuardedJSONParser().parse(io.BytesIO(body))
    assert (caught.value.status_code, caught.value.get_codes()) == (status, code)
    assert str(caught.value.detail).endswith(".")


def test_the_api_reads_guarded_json():
    assert GuardedJSONParser().parse(io.BytesIO(b'{"a": [1]}')) == {"a": [1]}
