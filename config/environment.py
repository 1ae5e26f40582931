"""Settings come from the environment only; this module reads it, with a sentence for every mistake."""

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE, FALSE = {"1", "true", "yes", "on"}, {"", "0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def flag(name: str, default: bool = False) -> bool:
    value = text(name, "1" if default else "0").lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is “{value}”; write 1 or 0.")
    return value in TRUE


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is “{value}”; write a whole number.") from None


def words(name: str, default: str = "") -> list[str]:
    """Comma separated values, empty ones left out."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def limit(name: str, default: str) -> tuple[int, int]:
    """So many in so long, written as `60/10m`: (60, 600)."""
    value = text(name, default)
    found = re.fullmatch(r"([0-9]+)/([0-9]*)([smhd])", value, re.ASCII)
    if not found:
        raise ImproperlyConfigured(f"{name} is “{value}”; write it like 60/10m or 20/h.")
    return int(found[1]), int(found[2] or 1) * SECONDS[found[3]]


def languages(own: str, known: dict[str, str]) -> list[tuple[str, str]]:
    """The city's own language and those of LANGUAGES (without it: all we know), by their names."""
    codes = list(dict.fromkeys([own, *(words("LANGUAGES") or known)]))
    if unknown := [code for code in codes if code not in known]:
        raise ImproperlyConfigured(
            f"LANGUAGE_CODE or LANGUAGES names “{unknown[0]}”; choose from {', '.join(known)}."
        )
    return [(code, known[code]) for code in codes]


def secret_key(data_dir: Path) -> str:
    """SECRET_KEY, else one made once and kept in DATA_DIR, so that commands and server agree."""
    if given := text("SECRET_KEY"):
        return given
    kept = data_dir / "secret_key"
    if not kept.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        fresh = data_dir / f"secret_key.{os.getpid()}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50))
        try:
            os.link(fresh, kept)  # the first of two processes wins; the other reads it
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept.read_text()


def database(url: str, data_dir: Path) -> dict[str, Any]:
    """One Django DATABASES entry: SQLite in DATA_DIR, or what DATABASE_URL names.

    SQLite writes with IMMEDIATE transactions in WAL mode: two writers then wait for each other
    instead of failing half way ("database is locked").
    """
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data_dir / "polyphony.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                    # What is deleted is gone from the file's bytes too, not only from its pages.
                    "PRAGMA secure_delete=ON; "
                    "PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;"
                ),
            },
            "TEST": {"NAME": str(data_dir / "test.sqlite3")},
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must begin with postgres:// (or be unset).")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**dict(parse_qsl(parts.query)), "pool": {"min_size": 1, "max_size": 16}},
    }


def email(url: str) -> dict[str, Any]:
    """The mail server of EMAIL_URL (smtp:// or smtps://user:password@host:port), empty if unset."""
    if not url:
        return {}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtp+tls", "smtps"}:
        raise ImproperlyConfigured("EMAIL_URL must begin with smtp://, smtp+tls:// or smtps://.")
    return {
        "host": parts.hostname or "localhost",
        "port": parts.port or {"smtps": 465, "smtp+tls": 587}.get(parts.scheme, 25),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": parts.scheme == "smtps",
        "use_tls": parts.scheme == "smtp+tls",
        "timeout": 20,
    }
