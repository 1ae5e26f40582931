"""The house rules: those in force, and every earlier version as it was."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from consultations.models import HouseRules
from consultations.queries import house_rules, house_rules_versions
from consultations.wording import full_day
from intake.markdown import render as markdown
from proposals.diffs import word_diff


@require_safe
def current(request):
    """What is in force today."""
    return page(request, house_rules())


@require_safe
def version(request, version):
    """One version, also long after it was replaced: decisions cite its clauses."""
    found = house_rules(version)
    if found is None:
        raise Http404
    return page(request, found)


def page(request, rules: HouseRules | None):
    versions = house_rules_versions()
    return render(
        request,
        "pages/house_rules/house_rules.html",
        {
            "rules": rules,
            "intro": markdown(rules.intro, 2) if rules else "",
            "clauses": clauses_of(rules) if rules else [],
            "since": since(rules) if rules else "",
            "replaced": bool(rules and versions and versions[0].pk != rules.pk),
            "changes": changes(rules) if rules else [],
            "versions": [
                {
                    "number": one.version,
                    "since": since(one),
                    "url": reverse("house-rules-version", args=[one.version]),
                    "current": one == rules,
                }
                for one in versions
            ],
        },
    )


def clauses_of(rules: HouseRules) -> list[dict]:
    return [
        {"number": one.number, "title": one.title, "text": markdown(one.text)}
        for one in rules.clauses.all()
    ]


def changes(rules: HouseRules) -> list[dict]:
    """Clause by clause, what is other than in the version before; nothing in the first one."""
    before = house_rules(rules.version - 1)
    if before is None:
        return []
    old = {one.number: f"{one.title}\n\n{one.text}" for one in before.clauses.all()}
    new = {one.number: f"{one.title}\n\n{one.text}" for one in rules.clauses.all()}
    return [
        {"number": number, "parts": word_diff(old.get(number, ""), new.get(number, ""))}
        for number in sorted(old.keys() | new.keys())
        if old.get(number) != new.get(number)
    ]


def since(rules: HouseRules) -> str:
    return full_day(timezone.localdate(rules.in_force_from))
