"""Published budgets become readable, closed consultations."""

import os
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from voting.models import Poll

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


SHARED = (
    SMALL.replace("2;a\n", "2;a\n3;b\n4;c\n5;c\n6;b\n7;b\n")
    .replace("b;500;1;", "b;700;4;")
    .replace("VOTES", "c;280;2;Trees;0\nVOTES", 1)
    .replace("a;600.50;2;Benches;1", "a;240;2;Benches;1")
)


@pytest.mark.django_db
def test_the_two_ways_to_divide_the_money_stand_beside_each_other(small, client):
    small.write_text(SHARED, encoding="utf-8")
    call_command("import_pb", str(small))
    ways = Poll.objects.get().result.facts["ways"]
    assert ways["greedy"]["winners"] == ["b", "a"]
    assert ways["equal_shares"]["winners"] == ["b", "c"]
    assert ways["compared"] == {
        "voters": 7,
        "without": {"greedy": 2, "equal_shares": 1},
        "more": {"greedy": 2, "equal_shares": 2},
    }
    page = client.get(Poll.objects.get().get_absolute_url()).content.decode()
    assert "Only by votes: 1. Only in equal shares: 1." in page
    assert "by votes this is so for 2 of 7 voters, in equal shares for 1" in page
    assert "Equal Shares, one purchase after another" in page
    assert ways["equal_shares"]["sha256"] in page


@pytest.mark.django_db
def test_a_tie_that_only_a_lot_parts_is_said_on_the_page(small, client):
    tied = SMALL.replace("a;600.50;2", "a;600;1").replace("b;500;1", "b;600;1")
    small.write_text(tied.replace("1;a,b", "1;b"), encoding="utf-8")
    call_command("import_pb", str(small))
    page = client.get(Poll.objects.get().get_absolute_url()).content.decode()
    assert "nothing but a lot parts them: a, b" in page


@pytest.mark.django_db
def test_importing_twice_is_refused_in_words(small):
    call_command("import_pb", str(small))
    with pytest.raises(CommandError, match="was imported before"):
        call_command("import_pb", str(small))
    assert Poll.objects.count() == 1


@pytest.mark.django_db
def test_a_wrong_file_is_refused_with_name_and_line(small):
    small.write_text(SMALL.replace("1;a,b", "1;a,z"), encoding="utf-8")
    with pytest.raises(
        CommandError, match=r"small.pb, line 20: There is no project z\."
    ) as refusal:
        call_command("import_pb", str(small))
    assert refusal.value.returncode == 2
    small.write_text(SMALL.replace("600.50", "600.505"), encoding="utf-8")
    with pytest.raises(CommandError, match=r"parts of a cent"):
        call_command("import_pb", str(small))
    assert not Poll.objects.exists()


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
