"""Whatever is typed into a form of any page: a sentence at the field, the words kept, never a 500."""

from intake.text import showable
from tests.hostile.asking import Asker
from tests.hostile.filling import Filled
from tests.hostile.pages import Form, Page
from tests.hostile.words import EMPTY, ODD, TOO_LONG, UNSTORABLE, XSS

HALF = {"half a character": UNSTORABLE["half a character"]}


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
