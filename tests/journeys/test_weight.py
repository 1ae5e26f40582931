"""The first visit is light, stays in the city, and leaves nothing behind."""

import gzip

import pytest

from tests.journeys.routes import landmarks

pytestmark = pytest.mark.journey
KB = 1000


@pytest.mark.parametrize(
    "example", ["/", "/consultations/{consultation}/", "/proposals/{proposal}/", "/outcomes/"]
)
def test_a_first_visit_is_light_and_leaves_no_cookie(visitor, city, example):
    page = visitor()
    answers: list = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(example.format(**landmarks(city)), wait_until="networkidle")
    assert [answer.url for answer in answers if not answer.url.startswith(city.url)] == []
    weight = {"text": 0, "script": 0, "fonts": 0}
    for answer in answers:
        if 300 <= answer.status < 400:
            continue
        kind = answer.headers.get("content-type", "").partition(";")[0]
        if answer.request.resource_type == "font":
            weight["fonts"] += len(answer.body())
        elif kind in {"text/html", "text/css"}:
            weight["text"] += len(gzip.compress(answer.body(), 6))
        elif "javascript" in kind:
            weight["script"] += len(gzip.compress(answer.body(), 6))
    assert weight["script"] <= 30 * KB
    assert weight["text"] <= 40 * KB
    assert 0 < weight["fonts"] <= 90 * KB
    assert page.context.cookies() == []
