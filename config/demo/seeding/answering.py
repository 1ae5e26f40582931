"""What the city has answered, and what it has committed itself to."""

from config.demo import answers, answers_eastside
from config.demo.seeding.city import City
from intake.search import searchable
from proposals.models import Answer, Commitment

ANSWERS = (*answers.HOME_AND_BACK, *answers_eastside.EASTSIDE_BUDGET, *answers.SHARED_ROOMS)


def answer_proposals(city: City) -> None:
    texts = sorted(ANSWERS, key=lambda text: text.day)
    rows = Answer.objects.bulk_create(answer_of(city, text) for text in texts)
    Commitment.objects.bulk_create(
        Commitment(
            answer=row,
            what=commitment.what,
            who=commitment.who,
            due=city.date(commitment.due),
            done=city.date(commitment.done) if commitment.done else None,
        )
        for text, row in zip(texts, rows, strict=True)
        for commitment in text.commitments
    )


def answer_of(city: City, text) -> Answer:
    proposal = city.proposals[text.proposal]
    return Answer(
        proposal=proposal,
        kind=text.kind,
        because=text.because,
        money=text.money,
        department=city.departments[text.department],
        who=text.who,
        by_when=text.by_when,
        by=city.people[text.author],
        published=city.sometime(text.day, 9, 16),
        due=proposal.consultation.promise.answer_by,
        search_text=searchable(proposal.title, text.because),
    )
