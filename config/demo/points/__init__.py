"""Points for, points against, questions and replies, under the proposals of the demo city."""

from .earlier import HOME_AND_BACK, SHARED_ROOMS
from .eastside_budget import EASTSIDE_BUDGET
from .first_job import FIRST_JOB
from .first_weeks import FIRST_WEEKS
from .greener_roofs import GREENER_ROOFS
from .greener_streets import GREENER_STREETS
from .short_stay import SHORT_STAY

POINTS = (
    *HOME_AND_BACK,
    *EASTSIDE_BUDGET,
    *SHARED_ROOMS,
    *GREENER_STREETS,
    *GREENER_ROOFS,
    *SHORT_STAY,
    *FIRST_JOB,
    *FIRST_WEEKS,
)
