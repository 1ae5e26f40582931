from django.apps import AppConfig


class LiveConfig(AppConfig):
    """Starts nothing: `config.running` starts the hub, in the one process that has sockets."""

    name = "live"
