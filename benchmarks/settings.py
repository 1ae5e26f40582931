"""The real settings, with the plain views beside the city's."""

from config.settings import *  # noqa: F403 - everything else is as it runs
from config.settings import BASE_DIR, TEMPLATES

ROOT_URLCONF = "benchmarks.urls"
TEMPLATES[0]["DIRS"] = [*TEMPLATES[0]["DIRS"], BASE_DIR / "benchmarks" / "templates"]  # type: ignore[misc]
LOGGING = {"version": 1}
