"""What is kept of a person's proposals, and what becomes of it when she leaves."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.hooks import GOES, STAYS, Effect, Part
from people.models import Person
from proposals.models import Answer, AnswerDraft, Draft, Picture, Proposal, Version, Withdrawal
from proposals.pictures import url_of


def effects(person: Person) -> Iterable[Effect]:
    count = Proposal.objects.filter(author=person).count()
    if count:
        yield Effect(
            ngettext(
                "%(count)d proposal stays with every version, by “a former participant”, and so do "
                "its supports and points. Withdraw it before if you do not want that.",
                "%(count)d proposals stay with every version, by “a former participant”, and so do "
                "their supports and points. Withdraw before what you do not want to stay.",
                count,
            )
            % {"count": count},
            STAYS,
            "/your-voice/proposals/",
        )
    drafts = Draft.objects.filter(person=person).count()
    if drafts:
        yield Effect(
            ngettext(
                "%(count)d unsent draft is deleted.", "%(count)d unsent drafts are deleted.", drafts
            )
            % {"count": drafts},
            GOES,
            "/your-voice/",
        )


def proposals(person: Person):
    found = Proposal.objects.filter(author=person).select_related("consultation", "place")
    for one in found.prefetch_related("versions", "effects__theme").order_by("pk"):
        yield {
            "title": one.title,
            "address": f"/proposals/{one.pk}/",
            "consultation": one.consultation.title,
            "place": str(one.place or ""),
            "where": one.where,
            "posted": one.posted,
            "hidden": one.hidden,
            "themes": {effect.theme.slug: effect.effect for effect in one.effects.all()},
            "versions": [
                {
                    "number": version.number,
                    "title": version.title,
                    "body": version.body,
                    "note": version.note,
                    "published": version.published,
                }
                for version in one.versions.all()
            ],
        }


def other_versions(person: Person):
    """Versions she wrote of proposals that are not hers."""
    found = Version.objects.filter(author=person).exclude(proposal__author=person)
    for one in found.order_by("pk"):
        yield {
            "address": f"/proposals/{one.proposal_id}/",
            "number": one.number,
            "title": one.title,
            "body": one.body,
            "published": one.published,
        }


def withdrawals(person: Person):
    for one in Withdrawal.objects.filter(by=person).select_related("proposal").order_by("pk"):
        yield {"title": one.proposal.title, "at": one.at, "reason": one.reason}


def drafts(person: Person):
    found = Draft.objects.filter(person=person).select_related("consultation", "place")
    for one in found.order_by("pk"):
        yield {
            "consultation": one.consultation.title,
            "title": one.title,
            "body": one.body,
            "place": str(one.place or ""),
            "where": one.where,
            "themes": one.effects,
            "saved": one.saved,
        }


def pictures(person: Person):
    for one in Picture.objects.filter(by=person).select_related("proposal").order_by("pk"):
        yield {
            "address": url_of(one.name, one.width),
            "title": one.proposal.title if one.proposal else "",
            "at": one.made,
        }


def answers(person: Person):
    for one in Answer.objects.filter(by=person).select_related("proposal").order_by("pk"):
        yield {
            "title": one.proposal.title,
            "kind": one.kind,
            "because": one.because,
            "published": one.published,
        }


def answer_drafts(person: Person):
    for one in AnswerDraft.objects.filter(by=person).select_related("proposal").order_by("pk"):
        yield {"title": one.proposal.title, "fields": one.fields, "saved": one.saved}


TITLE, ADDRESS, WORDS = _("Title"), _("Address"), _("Words")
WHERE, SAVED, PUBLISHED = _("Where"), _("Saved"), _("Published")

PARTS = [
    Part(
        "proposals",
        _("Your proposals"),
        {
            "title": TITLE,
            "address": ADDRESS,
            "consultation": _("Consultation"),
            "place": _("Place"),
            "where": WHERE,
            "posted": PUBLISHED,
            "hidden": _("Hidden since"),
            "themes": _("Themes"),
            "versions": _("Versions"),
        },
        proposals,
        ("proposals.Proposal.author",),
    ),
    Part(
        "versions_of_others",
        _("Versions you wrote of other proposals"),
        {
            "address": ADDRESS,
            "number": _("Version"),
            "title": TITLE,
            "body": WORDS,
            "published": PUBLISHED,
        },
        other_versions,
        ("proposals.Version.author",),
    ),
    Part(
        "withdrawals",
        _("Proposals you took back"),
        {"title": TITLE, "at": _("When"), "reason": _("Reason")},
        withdrawals,
        ("proposals.Withdrawal.by",),
    ),
    Part(
        "drafts",
        _("Your drafts"),
        {
            "consultation": _("Consultation"),
            "title": TITLE,
            "body": WORDS,
            "place": _("Place"),
            "where": WHERE,
            "themes": _("Themes"),
            "saved": SAVED,
        },
        drafts,
        ("proposals.Draft.person",),
    ),
    Part(
        "pictures",
        _("Pictures you sent"),
        {"address": ADDRESS, "title": TITLE, "at": _("When")},
        pictures,
        ("proposals.Picture.by",),
    ),
    Part(
        "answers",
        _("Answers you wrote for the city"),
        {"title": TITLE, "kind": _("Answer"), "because": _("Because"), "published": PUBLISHED},
        answers,
        ("proposals.Answer.by",),
    ),
    Part(
        "answer_drafts",
        _("Answers you are writing for the city"),
        {"title": TITLE, "fields": WORDS, "saved": SAVED},
        answer_drafts,
        ("proposals.AnswerDraft.by",),
    ),
]
