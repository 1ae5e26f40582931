"""Every route that a person can open, with addresses that exist in the demonstration city.

The list of routes comes from the resolver: one without an example here fails a test, and so does
an example without a route.
"""

import json
from collections.abc import Iterator
from functools import cache

from django.urls import URLPattern, URLResolver, get_resolver

from frontend.twins.catalogue import DATASETS

LANDMARKS = """
import json
from consultations.models import Appointment, Consultation, HouseRules, Place, Theme
from discussions.models import Decision, Point, Report, Statement
from people.letter_choices import stop_token
from people.models import Notice, Person
from proposals.models import Proposal, Version
from voting.models import Poll
from django.utils import timezone
from people import first_passwords
from people.actions import invite
now = timezone.now()
invited = Person.objects.filter(email="invited@example.org").first() or invite(
    email="invited@example.org", display_name="Ines", language="en")
first = lambda rows, field="pk": rows.values_list(field, flat=True).first()
standing = Proposal.objects.standing()
opened = Consultation.objects.published().filter(
    phases__opens__lte=now, phases__closes__gt=now, phases__takes_proposals=True,
    phases__takes_points=True)
busy = opened.order_by("-proposal_count").first()
told = {
    "consultation": busy.slug,
    "consultation_id": busy.pk,
    "coming": first(Consultation.objects.published().filter(phases__opens__gt=now)
        .exclude(phases__opens__lte=now), "slug"),
    "decided": first(Consultation.objects.published().filter(proposals__answer__isnull=False), "slug"),
    "draft": first(Consultation.objects.filter(published__isnull=True)),
    "proposal": first(standing.filter(consultation=busy, points__isnull=False, version_number__gt=1)
        .order_by("-counters__supports")) or first(standing.filter(consultation=busy)),
    "title": first(standing.filter(consultation=busy), "title"),
    "own": first(standing.filter(author__email="citizen1@example.org")),
    "answered": first(standing.filter(answer__isnull=False)),
    "unanswered": first(standing.filter(answer__isnull=True,
        consultation__promise__answer_by__lt=now.date())),
    "edited_point": first(Point.objects.standing().filter(edited__isnull=False)),
    "withdrawn": first(Proposal.objects.filter(withdrawal__isnull=False)),
    "hidden": first(Proposal.objects.filter(hidden__isnull=False)),
    "point": first(Point.objects.standing().filter(replies_count__gt=0)) or first(Point.objects.standing()),
    "hidden_point": first(Point.objects.filter(hidden__isnull=False)),
    "own_point": first(Point.objects.standing().filter(author__email="citizen1@example.org")),
    "reported_point": first(Report.objects.filter(decision__isnull=True, point__isnull=False), "point"),
    "statement": first(Statement.objects),
    "decision": first(Decision.objects),
    "yes_no": first(Poll.objects.published().filter(kind="yes-no", opens__lte=now, closes__gt=now)),
    "approval": first(Poll.objects.published().filter(kind="approval", opens__lte=now, closes__gt=now)),
    "counted": first(Poll.objects.published().filter(result__isnull=False)),
    "receipt": first(Report.objects, "receipt"),
    "appointment": first(Appointment.objects),
    "rules": first(HouseRules.objects, "version"),
    "place": first(Place.objects.filter(level="city"), "slug"),
    "theme": first(Theme.objects, "slug"),
    "notice": first(Notice.objects),
    "invited": invited.pk,
    "invitation": first_passwords.tokens.make_token(invited),
    "told_topic": first(Notice.objects.filter(person__email="citizen1@example.org"), "topic"),
    "stop_token": stop_token(Person.objects.get(email="citizen1@example.org")),
    "person": first(Person.objects.filter(email="citizen2@example.org")),
}
print(json.dumps(told))
"""

EXAMPLES: dict[str, list[str]] = {
    "home": ["/"],
    "your-voice": ["/your-voice/"],
    "your-voice-part": ["/your-voice/supports/", "/your-voice/ballots/"],
    "notices": ["/notices/"],
    "notices-about": ["/notices/about/{told_topic}/"],
    "follows": ["/follows/", "/follows/?stopped=place.1"],
    "proposal-following": ["/proposals/{proposal}/following/"],
    "theme-following": ["/themes/{theme}/following/"],
    "place-following": ["/places/{place}/following/"],
    "letter-choices": ["/account/letters/"],
    "letters-stop": ["/letters/stop/{stop_token}/"],
    "open-data": ["/api/"],
    "proposal-new": ["/consultations/{consultation}/proposals/new/"],
    "proposal-new-similar": ["/consultations/{consultation}/proposals/new/similar/"],
    "proposal-new-text": ["/consultations/{consultation}/proposals/new/text/"],
    "proposal-new-pictures": ["/consultations/{consultation}/proposals/new/pictures/"],
    "proposal-new-place": ["/consultations/{consultation}/proposals/new/place/"],
    "proposal-new-themes": ["/consultations/{consultation}/proposals/new/themes/"],
    "proposal-new-check": ["/consultations/{consultation}/proposals/new/check/"],
    "proposal-sent": ["/proposals/{own}/sent/"],
    "account-name": ["/account/name/"],
    "account_confirm_password_reset_code": ["/account/password/reset/confirm/"],
    "account_complete_password_reset": ["/account/password/reset/complete/"],
    "account_password_reset_completed": ["/account/password/reset/done/"],
    "consultations": ["/consultations/"],
    "consultation": [
        "/consultations/{consultation}/",
        "/consultations/{consultation}/?order=newest",
        "/consultations/{coming}/",
        "/consultations/{decided}/",
    ],
    "consultation-newer": ["/consultations/{consultation}/newer/?after=1"],
    "consultation-following": ["/consultations/{consultation}/following/"],
    "proposal": [
        "/proposals/{proposal}/",
        "/proposals/{answered}/",
        "/proposals/{unanswered}/",
        "/proposals/{withdrawn}/",
        "/proposals/{hidden}/",
        "/proposals/{own}/",
    ],
    "proposal-versions": ["/proposals/{proposal}/versions/"],
    "proposal-version": ["/proposals/{proposal}/versions/1/", "/proposals/{proposal}/versions/2/"],
    "proposal-edit": ["/proposals/{own}/versions/new/"],
    "proposal-withdrawal": ["/proposals/{own}/withdrawal/"],
    "proposal-points": ["/proposals/{proposal}/points/?after=1"],
    "point": ["/points/{point}/", "/points/{hidden_point}/", "/points/{own_point}/"],
    "point-new": ["/proposals/{proposal}/points/new/?kind=for"],
    "point-replies": ["/points/{point}/replies/"],
    "point-removal": ["/points/{own_point}/removal/"],
    "point-earlier": ["/points/{edited_point}/earlier/"],
    "point-now": ["/points/{point}/now/"],
    "report": ["/report/", "/report/?url=/points/{point}/", "/report/?url=/proposals/{proposal}/"],
    "report-receipt": ["/report/{receipt}/"],
    "moderation-log": ["/moderation/"],
    "statement": ["/statements/{statement}/"],
    "desk": ["/desk/"],
    "desk-answers": ["/desk/answers/"],
    "desk-reports": ["/desk/reports/"],
    "desk-reports-newer": ["/desk/reports/newer/?after=0"],
    "desk-item": ["/desk/items/point-{reported_point}/", "/desk/items/proposal-{hidden}/"],
    "proposal-answer": ["/proposals/{unanswered}/answer/", "/proposals/{answered}/answer/"],
    "proposal-answer-check": ["/proposals/{unanswered}/answer/check/"],
    "setup": ["/desk/consultations/"],
    "setup-begin": ["/desk/consultations/new/"],
    "setup-tasks": ["/desk/consultations/{draft}/", "/desk/consultations/{consultation_id}/"],
    "setup-publish": ["/desk/consultations/{draft}/publication/"],
    "setup-language": [
        "/desk/consultations/{draft}/languages/de/",
        "/desk/consultations/{draft}/languages/en/",
    ],
    "city-language": ["/desk/city/languages/de/"],
    "setup-task": ["/desk/consultations/{draft}/question/"],
    "roles": ["/desk/roles/"],
    "role-new": ["/desk/roles/new/"],
    "role-give": ["/desk/roles/new/{person}/"],
    "role-take": ["/desk/roles/{appointment}/end/"],
    "poll": ["/polls/{yes_no}/", "/polls/{approval}/", "/polls/{counted}/"],
    "poll-new": ["/desk/consultations/{consultation}/polls/new/"],
    "search": [
        "/search/",
        "/search/?q=shade",
        "/search/?q=zzzz",
        "/search/?level=city&answered=no&q=shade",
    ],
    "language": ["/language/", "/language/?next=/rules/"],
    "this-city": ["/desk/city/"],
    "audit": ["/desk/audit/", "/desk/audit/?about=role&who=nobody&from=2024-01-01"],
    "account-first-password": ["/account/first-password/{invited}/{invitation}/"],
    "outcomes": ["/outcomes/"],
    "participation": [
        "/consultations/{decided}/participation/",
        "/consultations/{consultation}/participation/",
    ],
    "outcome": ["/consultations/{decided}/outcome/", "/consultations/{consultation}/outcome/"],
    "house-rules": ["/rules/"],
    "house-rules-version": ["/rules/{rules}/"],
    "places": ["/places/"],
    "place": ["/places/{place}/"],
    "themes": ["/themes/"],
    "theme": ["/themes/{theme}/"],
    "about-decisions": ["/about/decisions/"],
    "about-accessibility": ["/about/accessibility/"],
    "about-privacy": ["/about/privacy/"],
    "about-source": ["/about/source/"],
    "about-imprint": ["/about/imprint/"],
    "about-contact": ["/about/contact/"],
    "about-security": ["/about/security/"],
    "data": ["/data/"],
    "moderation-figures": ["/moderation/figures/"],
    "offline": ["/offline/"],
    "city-texts": ["/desk/texts/"],
    "city-text": ["/desk/texts/imprint/en/"],
    "gallery": ["/dev/gallery/"],
    "account": ["/account/"],
    "account-sessions": ["/account/sessions/"],
    "account-data": ["/account/data/"],
    "account-leaving": ["/account/leaving/"],
    "account-left": ["/account/left/"],
    "mfa_index": ["/account/second-factor/"],
    "mfa_activate_totp": ["/account/second-factor/app/"],
    "mfa_add_webauthn": ["/account/second-factor/passkeys/new/"],
    "account_login": ["/account/login/"],
    "account_logout": ["/account/logout/"],
    "account_signup": ["/account/signup/"],
    "account_inactive": ["/account/inactive/"],
    "account_reauthenticate": ["/account/reauthenticate/"],
    "account_email": ["/account/email/"],
    "account_email_verification_sent": ["/account/confirm-email/"],
    "account_change_password": ["/account/password/change/"],
    "account_set_password": ["/account/password/set/"],
    "account_reset_password": ["/account/password/reset/"],
}

NO_PAGE = {
    "notice": "a form posts here and leads to what the notice is about",
    "point-new": "a form posts here and leads back",
    "point-words": "open for ten minutes only: tests/journeys/test_own_words.py looks at it",
    "point-reaction": "a form posts here and leads back",
    "desk-item-decision": "a form posts here; what is wrong is shown on its page",
    "desk-item-claim": "a form posts here and leads back",
    "setup-extend": "a form posts here and leads back",
    "notices-read": "a form posts here and leads back",
    "proposal-support": "a form posts here and leads back",
    "poll-ballot": "a form posts here; opened by hand it leads to the poll",
    "poll-ballot-withdrawal": "a form posts here and leads back",
    "poll-removal": "a form posts here and leads back",
    "city-mail": "a form posts here; opened by hand it leads to the city",
    "city-colours": "a stylesheet",
    "city-crest": "a picture",
    "account-data-json": "a file",
    "mfa_download_recovery_codes": "a file",
    "mfa_login_webauthn": "the sign-in page asks it for what a passkey signs, and posts here",
    "mfa_authenticate": "between password and second factor; tests/journeys/test_account.py",
    "mfa_reauthenticate": "needs a second factor; tests/journeys/test_account.py",
    "mfa_reauthenticate_webauthn": "needs a passkey; tests/journeys/test_account.py",
    "mfa_view_recovery_codes": "needs a second factor; tests/journeys/test_account.py",
    "mfa_generate_recovery_codes": "needs a second factor; tests/journeys/test_account.py",
    "mfa_deactivate_totp": "needs a second factor; tests/journeys/test_account.py",
    "mfa_remove_webauthn": "needs a passkey; tests/journeys/test_account.py",
    "picture": "a file",
    "healthz": "for machines",
    "readyz": "for machines",
    "city-text-version": "there is none before somebody has written one; tested with its screen",
    "consultations-feed": "for machines",
    "outcomes-feed": "for machines",
    "overdue-feed": "for machines",
    "calendar": "for machines",
    "consultation-calendar": "for machines",
    "robots": "for machines",
    "favicon": "for machines",
    "manifest": "for machines",
    "security-txt": "for machines",
    "sitemap": "for machines",
    "sitemap-part": "for machines",
    "catalogue": "for machines",
    "home-linked": "for machines",
    "consultation-linked": "for machines",
    "proposal-linked": "for machines",
    "home-data-bare": "for machines: another way to ask for the first page's data",
    **{f"{page}-data": "for machines: what stands beside a page" for page in DATASETS},
}
FRAGMENTS = {
    "consultation-newer",
    "proposal-points",
    "point-replies",
    "point-now",
    "desk-reports-newer",
}
"""Parts of pages that islands fetch: they have no document around them."""


def named_routes() -> set[str]:
    """Names of all routes that are not the API's."""
    return {name for name in _names(get_resolver().url_patterns) if not name.startswith("api-")}


def _names(patterns) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.name or f"unnamed: {pattern.pattern}"


@cache
def landmarks(city) -> dict:
    """Ids and slugs of things of every kind in the city, as they stood when first asked."""
    return landmarks_now(city)


def landmarks_now(city) -> dict:
    """The same as things stand now: other journeys have answered and hidden some. A missing kind fails."""
    told = json.loads(city.shell(LANDMARKS).splitlines()[-1])
    lacking = [name for name, value in told.items() if value is None]
    assert not lacking, f"The demonstration has no {', '.join(lacking)}."
    return told


def addresses(city) -> list[tuple[str, str]]:
    """(route, address) of every example."""
    known = landmarks(city)
    return [
        (route, example.format(**known))
        for route, examples in EXAMPLES.items()
        for example in examples
    ]
