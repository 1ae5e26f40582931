"""Published budgets become readable, closed consultations."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from intake.errors import BadInput
from voting.models import Poll
from voting.pabulib import read

SMALL = """META
key;value
description;Budget of Lindhaven
unit;Lindhaven
instance;2021
num_projects;2
num_votes;2
budget;1000
vote_type;approval
rule;greedy
date_begin;01.03.2021
date_end;14.03.2021
currency;EUR
PROJECTS
project_id;cost;votes;name;selected
a;600.50;2;Benches;1
b;500;1;"Lamps; two rows";0
VOTES
voter_id;vote
1;a,b
2;a
"""


@pytest.fixture
def small(tmp_path):
    file = tmp_path / "small.pb"
    file.write_text("\ufeff" + SMALL, encoding="utf-8")
    return file


@pytest.mark.django_db
def test_a_small_budget_is_imported_counted_and_readable(small, client):
    call_command("import_pb", str(small))
    poll = Poll.objects.get()
    assert [option["votes"] for option in poll.result.facts["options"]] == [2, 1]
    assert [option.selected for option in poll.options.all()] == [True, False]
    assert poll.options.get(key="a").cost == 60_050
    page = client.get(poll.get_absolute_url()).content.decode()
    assert "Lamps; two rows" in page
    assert "€600.50" in page


@pytest.mark.django_db
def test_importing_twice_is_refused_in_words(small):
    call_command("import_pb", str(small))
    with pytest.raises(CommandError, match="was imported before"):
        call_command("import_pb", str(small))
    assert Poll.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (SMALL.replace("1;a,b", "1;a,z"), "Line 20: There is no project z."),
        (SMALL.replace("2;a\n", "1;a\n"), "Line 21: The voter 1 stands twice."),
        (SMALL.replace("1;a,b", "1;a,a"), "Line 20: A project is named twice on one ballot."),
        (SMALL.replace("600.50", "-4"), "Line 16: A sum of money is negative or too large."),
        (SMALL.replace("600.50", "NaN"), "Line 16: A sum of money is negative or too large."),
        (SMALL.replace("600.50", "1e30"), "Line 16: A sum of money is negative or too large."),
        (SMALL.replace("b;500", "a;500"), "Line 17: The project a stands twice."),
        (SMALL.replace("budget;1000\n", ""), "META does not say “budget”."),
        (SMALL.split("VOTES")[0], "The section VOTES is missing or empty."),
        ("hello", "Line 1: The file does not begin with the section META."),
        ("", "The section META is missing or empty."),
    ],
)
def test_a_wrong_file_is_refused_with_the_line(wrong, sentence):
    with pytest.raises(BadInput) as refusal:
        read(wrong)
    assert refusal.value.sentence == sentence


PUBLISHED = os.environ.get("POLYPHONY_PUBLISHED_DATA", "")


@pytest.mark.django_db
@pytest.mark.skipif(not PUBLISHED, reason="POLYPHONY_PUBLISHED_DATA is unset: no published data")
@pytest.mark.parametrize(
    ("name", "projects", "ballots"),
    [
        ("Poland_Swiecie_2023.pb", 22, 2_553),
        ("Netherlands_Assen_2024.pb", 14, 84),
        ("Switzerland_Zurich_D10.pb", 24, 180),
    ],
)
def test_published_budgets_count_as_their_files_say(name, projects, ballots, capsys):
    call_command("import_pb", str(Path(PUBLISHED) / "voting" / name))
    poll = Poll.objects.get()
    assert poll.options.count() == projects
    assert poll.head.turnout == ballots
    published = {option.key: option.facts["published_votes"] for option in poll.options.all()}
    counted = {option["key"]: option["votes"] for option in poll.result.facts["options"]}
    assert counted == published
    assert "equal the published ones" in capsys.readouterr().out
