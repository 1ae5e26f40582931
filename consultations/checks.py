"""What `manage.py check` says of a city that runs: texts that somebody must read again."""

from django.core import checks
from django.db import DatabaseError
from django.utils import timezone

from consultations.city_texts import LOOKED_AT_EACH_YEAR, standing_text
from people.languages import city_language


def texts_are_fresh(app_configs, **options) -> list[checks.CheckMessage]:
    """A warning for each text that must be reviewed yearly and was not."""
    now, old = timezone.now(), []
    try:
        for page in LOOKED_AT_EACH_YEAR:
            text = standing_text(page, city_language())
            if text.is_old(now):
                old.append(text)
    except DatabaseError:  # not migrated yet: there is nothing to say
        return []
    return [
        checks.Warning(
            f"The text “{text.page.label}” was last looked at on {text.day:%d.%m.%Y}, more than a year ago.",
            hint="Read it, and save it again under Desk › This city › Texts.",
            id=f"polyphony.{text.page.value}",
        )
        for text in old
    ]
