from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The only place that knows every part; an app for its commands and its checks."""

    name = "config"

    def ready(self) -> None:
        from config import checks  # noqa: F401 - registers what `check --deploy` asks
