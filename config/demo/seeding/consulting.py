"""The seven consultations with their promises, phases and those who organise them."""

from config.demo.consultations import BEGUN, CONSULTATIONS
from config.demo.consultations.acts import DISCUSS, PROPOSE, SUPPORT, VOTE
from config.demo.seeding.city import City
from consultations.models import Consultation, Phase, Promise
from intake.search import searchable


def ask_questions(city: City) -> None:
    for text in sorted(CONSULTATIONS, key=lambda each: each.published):
        city.consultations[text.key] = ask(city, text)
    begin(city, BEGUN)


def begin(city: City, text) -> None:
    """A draft without phases and promise: the task list says what is missing."""
    draft = Consultation.objects.create(
        slug=text.key,
        title=text.title,
        standfirst=text.standfirst,
        body=text.body,
        place=city.places[text.place],
        made_by=city.people[text.organiser],
        search_text=searchable(text.title, text.standfirst, text.body),
    )
    draft.themes.set(city.themes[slug] for slug in text.themes)


def ask(city: City, text) -> Consultation:
    consultation = Consultation.objects.create(
        slug=text.key,
        title=text.title,
        standfirst=text.standfirst,
        body=text.body,
        place=city.places[text.place],
        made_by=city.people["bo-lindqvist"],
        published=city.at(text.published, 10),
        who_may=text.who_may,
        feeds=text.feeds,
        search_text=searchable(text.title, text.standfirst, text.body),
    )
    Consultation.objects.filter(pk=consultation.pk).update(made=city.at(text.published - 9, 14))
    consultation.themes.set(city.themes[slug] for slug in text.themes)
    consultation.departments.set(city.departments[key] for key in text.departments)
    Promise.objects.create(
        consultation=consultation,
        who_decides=text.promise.who_decides,
        what_happens=text.promise.what_happens,
        answer_by=city.date(text.promise.answer_by),
        threshold=text.promise.threshold,
    )
    Phase.objects.bulk_create(
        Phase(
            consultation=consultation,
            kind=phase.kind,
            name=phase.name,
            opens=city.opening(phase.opens),
            closes=city.closing(phase.closes),
            takes_proposals=PROPOSE in phase.allows,
            takes_support=SUPPORT in phase.allows,
            takes_points=DISCUSS in phase.allows,
            takes_votes=VOTE in phase.allows,
        )
        for phase in text.phases
    )
    return consultation


def takes_today(key: str, act: str) -> bool:
    """Whether an act is open on the day of seeding."""
    text = next(each for each in CONSULTATIONS if each.key == key)
    return any(phase.opens <= 0 <= phase.closes and act in phase.allows for phase in text.phases)


def last_day_of(key: str, act: str) -> int:
    """The last day before today on which the act was open."""
    text = next(each for each in CONSULTATIONS if each.key == key)
    return max(min(p.closes, -1) for p in text.phases if act in p.allows and p.opens < 0)
