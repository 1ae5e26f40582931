"""Seven questions the city asks, each at another point of its life, and one only begun."""

from .begun import BEGUN
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

__all__ = ["BEGUN", "CONSULTATIONS"]
