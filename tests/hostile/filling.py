"""Every form of the city, filled in so that it would be taken."""

from dataclasses import dataclass

from tests.hostile.asking import Asker
from tests.hostile.matrix import PAGES, bodies, lines
from tests.hostile.pages import Form, Page

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


@dataclass
class Filled:
    """A form on a page, filled in so that it would be taken; `who` has it open."""

    who: str
    page: str
    form: Form
    values: dict

    def __str__(self) -> str:
        return f"{self.page} by {self.who}"


def every_form(scene, named: dict, ask: Asker) -> list[Filled]:
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
