"""The one command: it says what is missing, skips what is done, and hurts no data."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

SCRIPT = Path(dev.__file__)


def started(*args, **env):
    environment = {**os.environ, **{name: str(value) for name, value in env.items()}}
    return subprocess.run(
        [sys.executable, SCRIPT, *args], env=environment, capture_output=True, text=True
    )


def test_help_names_every_verb():
    done = started("help")
    assert done.returncode == 0
    for verb in dev.VERBS:
        assert f"dev.py {verb}" in done.stdout
    wrong = started("serve")
    assert wrong.returncode == 1
    assert "dev.py run" in wrong.stderr


def test_an_old_python_is_told_in_a_sentence():
    old = f"import sys; sys.version_info = (3, 9, 2); exec(open({str(SCRIPT)!r}).read())"
    done = subprocess.run([sys.executable, "-c", old], capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("Polyphony needs Python 3.11 or newer; this is ")
    ast.parse(SCRIPT.read_text(), feature_version=(3, 8))


def test_debian_without_venv_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        dev.install("runtime")


def test_a_step_is_done_again_only_when_its_files_changed(tmp_path):
    source, stamp = tmp_path / "lock", tmp_path / "stamp"
    source.write_text("a")
    with dev.Unchanged(stamp, source) as unchanged:
        assert not unchanged
    with dev.Unchanged(stamp, source) as unchanged:
        assert unchanged
    source.write_text("b")
    with pytest.raises(SystemExit), dev.Unchanged(stamp, source) as unchanged:
        assert not unchanged
        raise SystemExit("the step failed")
    with dev.Unchanged(stamp, source) as unchanged:
        assert not unchanged


def test_a_failed_step_shows_what_it_printed(capsys):
    dev.step("Thinking", sys.executable, "-c", "print('aloud')")
    assert "aloud" not in capsys.readouterr().out
    with pytest.raises(SystemExit, match=r"(?s)no room.*Thinking did not work"):
        dev.step("Thinking", sys.executable, "-c", "raise SystemExit('no room')")


@pytest.mark.parametrize(
    ("version", "enough"),
    [("v20.19.0", True), ("v22.1.0", True), ("v20.9.0", False), ("v18.20.4", False), ("?", False)],
)
def test_an_old_node_is_not_used(tmp_path, monkeypatch, version, enough):
    for name in ("node", "npm"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)
    monkeypatch.setitem(dev.ENV, "PATH", str(tmp_path))
    assert dev.node_is_new() == enough
    (tmp_path / "npm").unlink()
    assert not dev.node_is_new()


def test_two_do_not_change_one_database(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "DATA", tmp_path)
    held = dev.hold_database()
    with pytest.raises(SystemExit, match="already runs"):
        dev.hold_database()
    done = started("run", DATA_DIR=tmp_path, DATABASE_URL="")
    assert (done.returncode, "already runs" in done.stderr) == (1, True)
    held.close()
    dev.hold_database().close()


def test_seeding_anew_keeps_the_old_city(tmp_path, monkeypatch):
    monkeypatch.setattr(dev, "DATA", tmp_path)
    for name in ("polyphony.sqlite3", "polyphony.sqlite3-wal", "secret_key"):
        (tmp_path / name).write_text(name)
    dev.set_database_aside()
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left[-1] == "secret_key"
    assert [name.split(".", 1)[1] for name in left[:2]] == [
        "polyphony.sqlite3",
        "polyphony.sqlite3-wal",
    ]


def test_seeding_anew_leaves_a_real_database_alone():
    done = started("run", "--fresh", DATABASE_URL="postgres://nobody@127.0.0.1:1/nothing")
    assert done.returncode == 1
    assert "leaves DATABASE_URL alone" in done.stderr


def test_the_ci_script_is_sound_bash():
    assert shutil.which("bash")
    subprocess.run(["bash", "-n", SCRIPT.parent / ".ci" / "run"], check=True)
