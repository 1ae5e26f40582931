"""Every write of consultations, by subject; import them from here."""

from consultations.actions.appointing import appoint, dismiss
from consultations.actions.city_texts import save_city_text
from consultations.actions.founding import change_city, start_city
from consultations.actions.passing import phase_closed, phase_opened
from consultations.actions.setting_up import (
    begin_consultation,
    extend_phase,
    publish_consultation,
    save_departments,
    save_field,
    save_participants,
    save_phases,
    save_promise,
    save_question,
)
from consultations.actions.translating import translate_city, translate_consultation

__all__ = [
    "appoint",
    "begin_consultation",
    "change_city",
    "dismiss",
    "extend_phase",
    "phase_closed",
    "phase_opened",
    "publish_consultation",
    "save_city_text",
    "save_departments",
    "save_field",
    "save_participants",
    "save_phases",
    "save_promise",
    "save_question",
    "start_city",
    "translate_city",
    "translate_consultation",
]
