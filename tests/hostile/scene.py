"""A small city in which everything that can be refused or hidden stands once."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.utils import timezone

from consultations.actions import save_city_text
from consultations.models import Appointment, Consultation, Phase, Promise, Role
from discussions.actions import decide, post_point, react, report_item
from people import first_passwords
from people.actions import invite
from people.letter_choices import stop_token
from people.models import Crest, Notice, Person
from proposals.actions import keep_picture, publish_answer, submit_proposal, withdraw_proposal
from proposals.models import Draft
from tests.factories import (
    a_department,
    a_person,
    a_phase,
    a_picture_file,
    a_place,
    a_theme,
    an_open_consultation,
    appoint,
    house_rules,
)
from tests.voting.polls import a_poll, close
from voting.actions import cast_ballot, count_poll, give_support

ROLES = {
    "moderator": Role.MODERATOR,
    "evaluator": Role.EVALUATOR,
    "organiser": Role.ORGANISER,
    "counter": Role.COUNTER_OFFICER,
    "editor": Role.EDITOR,
}
EVERYBODY = ("nobody", "citizen", "author", *ROLES)

SECRET = "zanzibar"
"""Stands in everything that the public must not read."""


@dataclass
class Scene:
    """`people` by what they are, `things` by name; `numbers` are what addresses are filled with."""

    people: dict[str, Person] = field(default_factory=dict)
    things: dict[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["things"][name]
        except KeyError:
            raise AttributeError(name) from None


def a_scene() -> Scene:
    """An open consultation with a proposal of each kind, a draft, a hidden point, polls, a report."""
    scene = Scene()
    place = a_place()
    consultation = an_open_consultation(place=place)
    consultation.themes.add(a_theme())
    consultation.departments.add(a_department(place=place))
    a_phase(consultation, "vote", opens=2, closes=28, takes_votes=True)
    scene.things |= {"place": place, "consultation": consultation, "rules": house_rules(4)}
    add_people(scene)
    add_proposals(scene)
    add_points(scene)
    add_polls(scene)
    add_drafts(scene)
    scene.things["imprint"] = save_city_text(
        person=scene.people["organiser"],
        page="imprint",
        language="en",
        body="City of Lindhaven, Town Hall.",
        base=0,
    )
    return scene


def add_people(scene: Scene) -> None:
    named = {"citizen": "Chidi", "author": "Amara", "neighbour": "Dana"}
    scene.people = {role: a_person(name) for role, name in named.items()}
    for role, kind in ROLES.items():
        scene.people[role] = a_person(role.capitalize())
        appoint(scene.people[role], kind, place=scene.place)
    scene.people["second"] = a_person("Ewa")
    appoint(scene.people["second"], Role.MODERATOR, place=scene.place)
    for person in scene.people.values():
        person.set_password(f"{person.display_name} and the old lime tree")
        person.save()
    invited = invite(email="invited@example.org", display_name="Ines", language="en")
    Crest.objects.create(digest="feed", png=b"a picture")
    scene.things |= {
        "invited": invited,
        "invitation": first_passwords.tokens.make_token(invited),
        "crest": "feed",
    }


def add_proposals(scene: Scene) -> None:
    author = scene.people["author"]

    def a_proposal(title: str, body: str = "Forty plane trees.", **fields):
        return submit_proposal(
            person=author, consultation=scene.consultation, title=title, body=body, **fields
        )

    pictures = [keep_picture(person=author, upload=a_picture_file()) for _number in range(3)]
    shown = [{"picture": one.name, "alt": "Nine benches in the sun"} for one in pictures]
    shade = a_proposal("Shade for the square", where="The market square", pictures=shown[:1])
    hidden = a_proposal(
        f"{SECRET} title", f"{SECRET} body", where=f"{SECRET} corner", pictures=shown[1:2]
    )
    withdrawn = a_proposal("Benches by the river")
    answered = a_proposal("Taps in the park")
    give_support(person=scene.people["neighbour"], proposal=shade)
    withdraw_proposal(person=author, proposal=withdrawn, reason="Somebody else was quicker.")
    answer = publish_answer(
        person=scene.people["evaluator"],
        proposal=answered,
        kind="will",
        because="Nine taps are ordered.",
        commitments=[{"what": "Nine taps", "due": timezone.localdate() + timedelta(days=90)}],
    )
    hiding = hide(scene, hidden)
    scene.things |= {
        "picture": pictures[0],
        "hidden_picture": pictures[1],
        "loose_picture": pictures[2],
        "shade": shade,
        "hidden": hidden,
        "withdrawn": withdrawn,
        "answered": answered,
        "answer": answer,
        "decision": hiding,
        "statement": hiding.statement,
    }


def hide(scene: Scene, item):
    return decide(
        person=scene.people["second"],
        item=item,
        kind="hide",
        clause=scene.rules.clauses.get(number=4),
        facts=f"{SECRET} facts.",
    )


def add_points(scene: Scene) -> None:
    def a_point(who: str, body: str, kind="for", **fields):
        return post_point(
            person=scene.people[who], proposal=scene.shade, kind=kind, body=body, **fields
        )

    point = a_point("author", "It is cooler under trees.")
    reply = a_point("neighbour", "By eight degrees.", parent=point)
    secret = a_point("author", f"{SECRET} point", kind="against")
    react(person=scene.people["neighbour"], point=point, value="agree")
    hide(scene, secret)
    report, _new = report_item(
        item=point,
        reason="insult",
        facts=f"{SECRET} report.",
        good_faith=True,
        email=f"{SECRET}.reporter@example.org",
    )
    scene.things |= {"point": point, "reply": reply, "hidden_point": secret, "report": report}


def add_polls(scene: Scene) -> None:
    here = {"consultation": scene.consultation}
    opened = a_poll("yes-no", **here)
    approval = a_poll("approval", **here)
    ended = a_poll("yes-no", **here)
    cast_ballot(
        person=scene.people["neighbour"],
        poll=ended,
        ballot={"kind": "yes-no", "choice": "yes"},
        received=timezone.now(),
    )
    close(ended)
    count_poll(ended.pk)
    coming = a_poll("yes-no", opens=2, **here)
    scene.things |= {"poll": opened, "approval": approval, "closed": ended, "coming": coming}


def add_drafts(scene: Scene) -> None:
    """A consultation that is being set up, with all it needs, and somebody's unsent proposal."""
    draft = Consultation.objects.create(
        slug="not-yet-public",
        title=f"{SECRET} consultation",
        standfirst="Not for reading yet.",
        who_may="Everybody.",
        place=scene.place,
        made_by=scene.people["organiser"],
    )
    draft.themes.set(scene.consultation.themes.all())
    draft.departments.set(scene.consultation.departments.all())
    now = timezone.now()
    phase = Phase.objects.create(
        consultation=draft,
        kind=Phase.Kind.PROPOSE,
        name="Propose",
        opens=now + timedelta(days=3),
        closes=now + timedelta(days=30),
        takes_proposals=True,
        takes_support=True,
        takes_points=True,
    )
    Promise.objects.create(
        consultation=draft,
        who_decides="The council",
        what_happens="It votes.",
        answer_by=(now + timedelta(days=90)).date(),
    )
    Draft.objects.create(
        person=scene.people["author"],
        consultation=scene.consultation,
        title=f"{SECRET} unsent",
        body=f"{SECRET} words",
        effects={},
    )
    scene.things |= {"draft": draft, "draft_phase": phase, "draft_poll": a_poll(consultation=draft)}


def names_in(scene: Scene) -> dict[str, Any]:
    """What addresses of the matrix are filled with."""
    return scene.things | {
        "citizen": scene.people["citizen"],
        "theme": scene.consultation.themes.get(),
        "phase": scene.consultation.phases.order_by("opens")[0],
        "appointment": Appointment.objects.get(person=scene.people["editor"]),
        "notice": Notice.objects.filter(person=scene.people["author"])[0],
        "stop_token": stop_token(scene.people["citizen"]),
    }
