"""Which life of the database this is; a restore begins a new one."""

import secrets

from live.models import Epoch


def current() -> str:
    """The epoch's name, the same in every process; made where there is none yet."""
    row = Epoch.objects.filter(id=1).first()
    return row.name if row else Epoch.objects.get_or_create(id=1, defaults=fresh())[0].name


def renew() -> str:
    """Begin a new life: every page drops the versions it holds. For `manage.py restore`."""
    return Epoch.objects.update_or_create(id=1, defaults=fresh())[0].name


def fresh() -> dict[str, str]:
    return {"name": secrets.token_hex(8)}
