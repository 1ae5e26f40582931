"""Whatever is typed into a form of any page: a sentence at the field, the words kept, never a 500."""

from dataclasses import dataclass

import pytest

from intake.text import showable
from tests.hostile.asking import Asker
from tests.hostile.matrix import PAGES, bodies, lines
from tests.hostile.pages import Form, Page
from tests.hostile.words import EMPTY, ODD, TOO_LONG, UNSTORABLE, XSS

MORE_PAGES = [
    ("setup-task", "organiser", "/desk/consultations/{draft.pk}/field/"),
    ("setup-task", "organiser", "/desk/consultations/{draft.pk}/participants/"),
    ("setup-task", "organiser", "/desk/consultations/{draft.pk}/phases/"),
    ("setup-task", "organiser", "/desk/consultations/{draft.pk}/promise/"),
    ("setup-task", "organiser", "/desk/consultations/{draft.pk}/departments/"),
]
"""Further forms of routes that the matrix visits once."""

FORMS_OF_OTHERS = {"proposal", "poll", "your-voice", "notices"}
"""Pages whose forms are posted to another address."""
PEOPLE = ("nobody", "author", "citizen", "moderator", "evaluator", "organiser")
HALF = {"half a character": UNSTORABLE["half a character"]}


@dataclass
class Filled:
    """A form on a page, filled in so that it would be taken; `who` has it open."""

    who: str
    page: str
    form: Form
    values: dict

    def __str__(self) -> str:
        return f"{self.page} by {self.who}"


@pytest.fixture
def forms(scene, named, ask) -> list[Filled]:
    """Every form of every page that has something to type or choose."""
    sent, found, seen = bodies(scene), [], set()
    for route, who, address in visits(named):
        html = ask(who, "GET", address).content.decode()
        for form in Page(html, address).forms:
            known = (form.action, *form.typed)
            if set(form.values) > {"csrfmiddlewaretoken"} and known not in seen:
                seen.add(known)
                found.append(Filled(who, address, form, filled_in(form, sent.get((route, "POST")))))
    return found


def visits(named: dict):
    posted = {route for route, method, *_rest in lines(PAGES) if method == "POST"}
    for route, method, template, said in lines(PAGES):
        if method == "GET" and route in posted | FORMS_OF_OTHERS:
            may = [who for who in PEOPLE if said.get(who, said[""]) == "200"]
            for who in may[:2]:
                yield route, who, template.format(**named)
    for route, who, template in MORE_PAGES:
        yield route, who, template.format(**named)


def filled_in(form: Form, sent: dict | None) -> dict:
    names = form.values.keys() | {name for name, _value in form.buttons}
    return form.values | {name: value for name, value in (sent or {}).items() if name in names}


def post(ask: Asker, filled: Filled, **changed):
    return ask(filled.who, "POST", filled.form.action, filled.values | changed)


def test_there_are_as_many_forms_as_ever(forms):
    """The net has no hole: each door that takes words is found."""
    doors = {filled.form.action for filled in forms if filled.form.typed}
    assert len(doors) >= 28, sorted(doors)
    assert len({name for filled in forms for name in filled.form.typed}) >= 30


def test_what_cannot_be_taken_is_refused_at_its_field_and_kept(forms, ask):
    wrong = []
    for kind, words in {**TOO_LONG, "NUL": UNSTORABLE["NUL"]}.items():
        for filled in forms:
            for name in typed_by_people(filled.form):
                answer = post(ask, filled, **{name: words})
                if trouble := missing_from(answer, name, words):
                    wrong.append(f"{filled}, {name}, {kind}: {answer.status_code}, {trouble}")
    assert not wrong, "\n".join(wrong)


def test_what_must_be_written_is_asked_for_at_its_field(forms, ask):
    wrong = []
    for kind, words in EMPTY.items():
        for filled in forms:
            for name in filled.form.required & typed_by_people(filled.form):
                if "password" in name and words:
                    continue  # somebody's password may be nine spaces
                answer = post(ask, filled, **{name: words})
                if trouble := missing_from(answer, name, None):
                    wrong.append(f"{filled}, {name}, {kind}: {answer.status_code}, {trouble}")
    assert not wrong, "\n".join(wrong)


def test_nothing_typed_or_chosen_breaks_a_page(forms, ask):
    wrong = []
    for kind, words in (ODD | XSS | HALF).items():
        for filled in forms:
            for name in filled.values.keys() - {"csrfmiddlewaretoken"}:
                answer = post(ask, filled, **{name: words})
                loose = kind in XSS and words in answer.content.decode()
                if answer.status_code >= 500 or (loose and kind != "links"):
                    wrong.append(f"{filled}, {name}, {kind}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


def typed_by_people(form: Form) -> set[str]:
    return set(form.typed) - form.hidden


def missing_from(answer, name: str, words: str | None) -> str:
    """What an answer lacks that should say what is wrong with a field; empty when nothing."""
    if answer.status_code not in (200, 400):
        return f"no form again {answer.get('Location', '')}"
    page = Page(answer.content.decode())
    if "errors" not in page.ids:
        return "no summary"
    if not page.errors.get(name, "").strip():
        return f"no sentence at the field, only at {list(page.errors)}"
    if words is None or "password" in name:
        return ""
    kept = [form.values[name][0] for form in page.forms if name in form.values]
    return "" if words in kept or showable(words) in kept else "the words are gone"
