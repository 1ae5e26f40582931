"""The application for Daphne and uvicorn: pages, API and sockets."""

import os

from channels.routing import ProtocolTypeRouter, URLRouter
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
pages = get_asgi_application()

# What follows may import models, because Django has been set up above.
from django.urls import path, re_path  # noqa: E402

from config.crowding import at_most  # noqa: E402
from config.running import lifespan  # noqa: E402
from live.consumer import live  # noqa: E402
from live.origins import ours_only, refuse  # noqa: E402

sockets = URLRouter(
    [path("live/", live), re_path("", refuse)]  # type: ignore[arg-type]  # ASGI, not views
)

application = ProtocolTypeRouter(
    {
        "http": at_most(12, pages),
        "websocket": ours_only(sockets),
        "lifespan": lifespan,
    }
)
