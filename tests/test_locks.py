"""What we depend on is locked, whole, and not older than the holes we know of."""

import json
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
LOCKS = sorted((HERE / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)

# Older ones have published holes, or let bodies through that are larger than we allow.
AT_LEAST = {
    "django": "5.2.19",
    "djangorestframework": "3.17.2",
    "daphne": "4.2.3",
    "django-allauth": "65.13.0",
    "cryptography": "44.0.1",
    "pillow": "11.3.0",
    "sqlparse": "0.5.0",
    "twisted": "24.7.0",
}


def pins(lock):
    return dict(PIN.findall(lock.read_text()))


@pytest.mark.parametrize("name", AT_LEAST)
def test_nothing_with_a_known_hole_is_installed(name):
    locked = pins(HERE / "requirements" / "runtime.txt")[name]
    assert numbers(locked) >= numbers(AT_LEAST[name])


def numbers(version):
    return [int(part) for part in version.split(".")]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_package_is_pinned_with_its_hashes(lock):
    for entry in re.split(r"\n(?=\S)", lock.read_text().strip()):
        assert "==" in entry and "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_groups_agree_on_versions(lock):
    runtime = pins(HERE / "requirements" / "runtime.txt")
    assert {name: runtime.get(name, pin) for name, pin in pins(lock).items()} == pins(lock)


@pytest.mark.parametrize("lock", [*LOCKS, HERE / "package-lock.json"], ids=lambda lock: lock.name)
def test_no_lock_says_where_to_fetch_from(lock):
    assert "://" not in re.sub(r'"url": "[^"]*"', "", lock.read_text())


def test_npm_packages_come_with_their_hashes():
    lock = json.loads((HERE / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert [name for name, package in packages.items() if not package.get("integrity")] == []
