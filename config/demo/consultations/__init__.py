"""Seven questions the city asks, each at another point of its life."""

from .closed import EASTSIDE_BUDGET, HOME_AND_BACK, SHARED_ROOMS
from .open import FIRST_JOB, GREENER_STREETS, GROWING_OLD, SHORT_STAY

CONSULTATIONS = (
    FIRST_JOB,
    SHORT_STAY,
    GREENER_STREETS,
    SHARED_ROOMS,
    EASTSIDE_BUDGET,
    HOME_AND_BACK,
    GROWING_OLD,
)
