"""What a host needs to serve a city is whole, and what an operator forgets is told."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

from config import checks

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"


@pytest.fixture
def in_order(settings, tmp_path):
    """Settings of a city as it should be."""
    settings.DEMO = False
    settings.ALLOWED_ORIGINS = ["https://participate.example.org"]
    settings.HTTPS = True
    settings.EMAIL_SERVER = {"host": "mail.example.org"}
    settings.DEFAULT_FROM_EMAIL = "Lindhaven <participation@example.org>"
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    settings.DATA_DIR = tmp_path
    tmp_path.chmod(0o700)
    return settings


def test_a_city_in_order_is_told_nothing(in_order):
    assert checks.deployment(None) == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DEMO", True, "W001"),
        ("ALLOWED_ORIGINS", ["http://localhost:8000"], "W002"),
        ("HTTPS", False, "W003"),
        ("EMAIL_SERVER", {}, "W004"),
        ("DEFAULT_FROM_EMAIL", "Lindhaven <participation@localhost>", "W005"),
        ("TRUSTED_PROXIES", [], "W006"),
    ],
)
def test_each_mistake_is_told_with_its_mend(in_order, name, value, told):
    setattr(in_order, name, value)
    [message] = checks.deployment(None)
    assert message.id == f"polyphony.{told}"
    assert message.hint


def test_a_folder_everybody_can_look_into_is_an_error(in_order):
    in_order.DATA_DIR.chmod(0o755)
    assert [message.id for message in checks.deployment(None)] == ["polyphony.E001"]


def test_every_setting_of_the_example_is_one():
    known = set(re.findall(r"`([A-Z_]+)`", (ROOT / "README.md").read_text()))
    example = (DEPLOY / "polyphony.env").read_text()
    assert set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)) <= known


def test_the_guide_names_only_files_and_commands_that_are_there():
    guide = (ROOT / "docs/install.md").read_text()
    for name in re.findall(r"\bdeploy/[\w./-]*\w", guide):
        assert list(ROOT.glob(name)) or list(ROOT.glob(f"{name}*")), name
    for command in re.findall(r"deploy/manage (\w+)", guide):
        if command not in {"check", "migrate"}:
            assert (ROOT / f"config/management/commands/{command}.py").exists(), command


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed here")
    for unit in (DEPLOY / "systemd").iterdir():
        words = unit.read_text()
        for program in re.findall(r"^ExecStart\w*=(\S+)", words, re.MULTILINE):
            words = words.replace(program, "/bin/true")  # ours stands where a host has it
        (tmp_path / unit.name).write_text(words)
    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(unit) for unit in sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
    )
    complaints = [line for line in done.stderr.splitlines() if str(tmp_path) in line]
    assert (done.returncode, complaints) == (0, []), done.stderr
