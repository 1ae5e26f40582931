"""What citizens, associations and firms of Lindhaven propose, one module per consultation."""

from .eastside_budget import EASTSIDE_BUDGET
from .first_job import FIRST_JOB
from .first_weeks import FIRST_WEEKS
from .greener_roofs import GREENER_ROOFS
from .greener_streets import GREENER_STREETS
from .home_and_back import HOME_AND_BACK
from .shared_rooms import SHARED_ROOMS
from .short_stay import SHORT_STAY

PROPOSALS = (
    *HOME_AND_BACK,
    *EASTSIDE_BUDGET,
    *SHARED_ROOMS,
    *GREENER_STREETS,
    *GREENER_ROOFS,
    *SHORT_STAY,
    *FIRST_JOB,
    *FIRST_WEEKS,
)
"""Oldest consultation first; within one, as they were sent in."""
