"""Somebody who has done everything that can be done here once.

“Canary” stands in all that is hers alone and in nothing that she published.
"""

from django.utils import timezone

from consultations.models import Consultation, Role
from consultations.roles import forget_roles
from discussions.actions import claim_item, decide, post_point, react, report_item
from people.following import follow
from people.mail import write_letter
from people.models import LetterChoice, Person
from people.tokens import make_token
from proposals.actions import (
    keep_picture,
    publish_answer,
    publish_version,
    save_draft,
    submit_proposal,
    withdraw_proposal,
)
from proposals.models import AnswerDraft
from tests.factories import (
    a_consultation,
    a_person,
    a_phase,
    a_picture_file,
    a_proposal,
    an_open_consultation,
    appoint,
    house_rules,
)
from tests.voting.polls import a_poll
from voting.actions import cast_ballot, give_support

PHRASE = "seven quiet trams"


def a_full_life(**fields) -> Person:
    """Amara: citizen, and moderator, evaluator and organiser of her neighbourhood's questions."""
    amara = a_person(
        "Amara Canary", email=fields.pop("email", "amara.canary@example.org"), **fields
    )
    amara.set_password(PHRASE)
    amara.save()
    consultation = an_open_consultation()
    chidi = a_person("Chidi")
    propose_and_talk(amara, chidi, consultation)
    vote(amara, consultation)
    hold_office(amara, chidi, consultation)
    make_token(amara)
    follow(amara, consultation.topic)
    LetterChoice.objects.create(person=amara, digest="daily", since=timezone.now())
    return amara


def propose_and_talk(amara, chidi, consultation) -> None:
    shade = submit_proposal(
        person=amara, consultation=consultation, title="Shade for the square", body="Plane trees."
    )
    publish_version(
        person=amara, proposal=shade, title="Shade for both squares", body="Lime trees.", base=1
    )
    benches = submit_proposal(
        person=amara, consultation=consultation, title="Benches", body="Of oak."
    )
    withdraw_proposal(person=amara, proposal=benches, reason="Somebody was quicker.")
    keep_picture(person=amara, upload=a_picture_file())
    save_draft(
        person=amara, consultation=consultation, title="A canary pond", body="For canary birds."
    )
    point = post_point(person=amara, proposal=shade, kind="for", body="It is cooler under trees.")
    answer = post_point(
        person=chidi, proposal=shade, kind=None, body="By eight degrees.", parent=point
    )
    react(person=amara, point=answer, value="agree")
    report_item(
        item=answer,
        reason="spam",
        facts="It advertises a thermometer.",
        good_faith=True,
        person=amara,
        email=amara.email,
    )


def vote(amara, consultation) -> None:
    taps = a_proposal("Taps in the park", consultation=consultation, author=a_person("Ewa"))
    give_support(person=amara, proposal=taps)
    a_phase(consultation, "vote", takes_votes=True)
    poll = a_poll("yes-no", consultation=consultation)
    cast_ballot(person=amara, poll=poll, ballot={"kind": "yes-no", "choice": "yes"})


def hold_office(amara, chidi, consultation) -> None:
    place = consultation.place
    for role in (Role.MODERATOR, Role.EVALUATOR, Role.ORGANISER):
        appoint(amara, role, place=place)
    forget_roles(amara)
    appoint(a_person("Olga"), Role.ORGANISER, place=place)
    given = appoint(chidi, Role.EDITOR, place=place)
    given.given_by = amara
    given.save()
    Consultation.objects.filter(pk=a_consultation("Quieter nights", place=place).pk).update(
        made_by=amara
    )
    pond = a_proposal("A fountain", consultation=consultation, author=chidi)
    other = a_proposal("A kiosk", consultation=consultation, author=chidi)
    publish_answer(person=amara, proposal=pond, kind="wont", because="There is no water.")
    AnswerDraft.objects.create(proposal=other, fields={"because": "Perhaps."}, by=amara)
    words = post_point(person=chidi, proposal=pond, kind="against", body="It is damp.")
    claim_item(person=amara, item=other)
    decide(
        person=amara,
        item=words,
        kind="hide",
        clause=house_rules(4).clauses.get(number=4),
        facts="It is unkind.",
    )


def a_letter_to(person: Person) -> None:
    write_letter(
        key=f"test.{timezone.now().timestamp()}",
        to=person.email,
        subject=f"To {person.display_name}",
        text=f"Dear {person.display_name}, we write to {person.email}.",
    )
