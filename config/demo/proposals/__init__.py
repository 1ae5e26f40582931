"""What citizens, associations and firms of Lindhaven propose, one module per consultation."""

from .eastside_budget import EASTSIDE_BUDGET
from .first_job import FIRST_JOB_ONE, FIRST_JOB_TWO
from .greener_streets import GREENER_ONE, GREENER_TWO
from .home_and_back import HOME_AND_BACK
from .shared_rooms import SHARED_ROOMS
from .short_stay import SHORT_STAY

PROPOSALS = (
    *HOME_AND_BACK,
    *EASTSIDE_BUDGET,
    *SHARED_ROOMS,
    *GREENER_ONE,
    *GREENER_TWO,
    *SHORT_STAY,
    *FIRST_JOB_ONE,
    *FIRST_JOB_TWO,
)
"""Oldest consultation first; within one, as they were sent in."""
