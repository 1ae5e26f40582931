"""What catalogues and readers of the source are told of it agrees with the source."""

import tomllib
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent.parent
PROJECT = tomllib.loads((HERE / "pyproject.toml").read_text())["project"]


def test_publiccode_says_what_the_project_says():
    told = yaml.safe_load((HERE / "publiccode.yml").read_text())
    assert str(told["softwareVersion"]) == PROJECT["version"]
    assert told["legal"]["license"] == PROJECT["license"]
    words = told["description"]["en"]
    assert len(words["shortDescription"]) <= 150 <= len(words["longDescription"])
    assert told.keys() >= {
        "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType",
        "description", "legal", "maintenance", "localisation",
    }  # fmt: skip


def test_every_file_has_a_licence_and_its_text_is_here():
    told = tomllib.loads((HERE / "REUSE.toml").read_text())
    licences = {one["SPDX-License-Identifier"] for one in told["annotations"]}
    assert "**" in [one["path"] for one in told["annotations"]]
    assert licences == {path.stem for path in (HERE / "LICENSES").iterdir()}
    assert PROJECT["license"] in licences


@pytest.mark.parametrize(
    "name",
    ["SECURITY.md", "GOVERNANCE.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "CHANGELOG.md"],
)
def test_whoever_looks_finds_how_it_is_run(name):
    assert (HERE / name).read_text().startswith("# ")
    assert name in (HERE / "README.md").read_text()
