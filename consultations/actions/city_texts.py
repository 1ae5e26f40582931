"""The city's own texts are written."""

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.models import CityText
from consultations.rules import may_run_city
from intake.errors import BadInput
from intake.text import clean_text
from people.auditing import audit
from people.models import City, Person
from people.verdicts import Stale, require

TEXT_LIMIT, LINKS = 40_000, 200


@transaction.atomic
def save_city_text(*, person: Person, page: str, language: str, body: str, base: int) -> CityText:
    """Publish a new version. `base` is the version it was written from, 0 where that was ours.

    The same words again are a new version too: somebody has read them and says that they hold.
    """
    require(may_run_city(person))
    if page not in CityText.Page or language not in dict(settings.LANGUAGES):
        raise BadInput(_("There is no such text."), code="unseen", field="page")
    body = clean_text(body, limit=TEXT_LIMIT, field=_("text"), links=LINKS)
    City.objects.select_for_update().filter(pk=1).first()  # two who save at once stand in a line
    texts = CityText.objects.filter(page=page, language=language)
    newest = texts.aggregate(newest=Max("version"))["newest"] or 0
    if newest != base:
        raise Stale(
            _(
                "Somebody has saved another version meanwhile. Your words are below; read theirs first."
            )
        )
    saved = CityText.objects.create(
        page=page,
        language=language,
        version=newest + 1,
        body=body,
        saved=timezone.now(),
        saved_by=person,
    )
    audit(person, "text.saved", "city.1", page=page, language=language, version=saved.version)
    return saved
