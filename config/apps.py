from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The only place that knows every part; an app for its commands and its checks."""

    name = "config"
