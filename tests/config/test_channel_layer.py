"""With REDIS_URL control messages go through Redis, from one process to another."""

import os
import socket
import subprocess
import sys

import pytest
from django.conf import settings

REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")
SAYS = """
import asyncio, sys
import django
django.setup()
from channels.layers import get_channel_layer

async def say():
    await get_channel_layer().group_send(sys.argv[1], {"type": "said", "words": "closed"})

async def hear():
    layer = get_channel_layer()
    channel = await layer.new_channel()
    await layer.group_add(sys.argv[1], channel)
    print("listening", flush=True)
    print((await layer.receive(channel))["words"], flush=True)

asyncio.run(hear() if sys.argv[2] == "hear" else say())
"""


def redis_answers() -> bool:
    try:
        socket.create_connection(("127.0.0.1", 6379), timeout=1).close()
    except OSError:
        return False
    return True


@pytest.mark.skipif(not redis_answers(), reason="no Redis answers on 127.0.0.1:6379")
def test_one_process_hears_what_another_says_through_redis(tmp_path):
    environment = {
        **os.environ,
        "REDIS_URL": REDIS,
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }

    def process(part: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", SAYS, f"test.{os.getpid()}", part],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )

    with process("hear") as hearing:
        assert hearing.stdout
        assert hearing.stdout.readline() == "listening\n"
        with process("say") as saying:
            assert saying.wait(timeout=60) == 0
        assert hearing.stdout.readline() == "closed\n"
