"""`.pb` files: what is published is read, what is written validates, what is wrong is told."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.counting.budgets.elections import a_budget, lots_for
from voting import count
from voting.counting import rules
from voting.counting.errors import BadCount
from voting.formats import pb

ROOT = Path(__file__).parents[3]
PUBLISHED = os.environ.get("POLYPHONY_PUBLISHED_DATA", "")
published = pytest.mark.skipif(
    not PUBLISHED, reason="POLYPHONY_PUBLISHED_DATA is unset: no published data"
)

SMALL = """META
key;value
description;Budget of Lindhaven
budget;1000
vote_type;approval
rule;greedy
currency;EUR
PROJECTS
project_id;cost;votes;name;selected
a;600.50;2;Benches;1
b;500;1;"Lamps; two rows";0
VOTES
voter_id;age;sex;vote
1;33;F;a,b
2;40;M;a
"""
POINTS = SMALL.replace("vote_type;approval", "vote_type;cumulative").replace(
    "voter_id;age;sex;vote\n1;33;F;a,b\n2;40;M;a", "voter_id;vote;points\n1;a,b;3,2\n2;a;5"
)


def read(text: str):
    return pb.read(text.encode())


def test_a_file_is_read_with_mark_quotes_lines_and_blank_votes():
    text = SMALL.replace('"Lamps; two rows"', '"Lamps;\nthe ""long"" ones"') + "3;50;F;\n"
    election = read("\ufeff" + text.replace("\n", "\r\n"))
    assert [option.cost for option in election.options] == [60_050, 50_000]
    assert election.names["b"] == 'Lamps;\nthe "long" ones'
    assert election.budget == 100_000
    assert dict(election.ballots) == {
        ("approval", ("a", "b")): 1,
        ("approval", ("a",)): 1,
        ("blank",): 1,
    }
    assert election.rule == ("greedy", {})


@pytest.mark.parametrize(
    ("vote_type", "cells", "ballot"),
    [
        ("choose-1", "voter_id;vote\n1;b", ("approval", ("b",))),
        ("ordinal", "voter_id;vote\n1;b,a", ("ranking", (("b",), ("a",)))),
        ("cumulative", "voter_id;vote;points\n1;b,a;3,2", ("points", (("a", 2), ("b", 3)))),
        ("scoring", "voter_id;points;vote\n1;-1,2;b,a", ("score", (("a", 2), ("b", -1)))),
    ],
)
def test_every_type_of_vote_is_read(vote_type, cells, ballot):
    text = SMALL.split("voter_id")[0].replace("approval", vote_type) + cells
    assert read(text).ballots == ((ballot, 1),)


def test_a_file_with_a_threshold_is_counted_by_the_rule_that_has_one():
    limited = SMALL.replace("currency;EUR", "currency;EUR\nmin_project_score_threshold;2")
    assert read(limited).rule == ("greedy-threshold", {"threshold": "2"})
    stops = limited.replace("rule;greedy", "rule;greedy-no-skip")
    assert read(stops).rule == ("greedy-no-skip", {"threshold": "2"})


def test_what_a_file_says_about_itself_and_does_not_keep_is_noted():
    stated = "currency;EUR\nnum_votes;3\nmax_length;1\nmax_sum_cost;700\nmin_length;2"
    notes = [str(note) for note in read(SMALL.replace("currency;EUR", stated)).notes]
    assert notes == [
        "num_votes says 3; there are 2.",
        "1 ballot does not keep min_length.",
        "1 ballot does not keep max_length.",
        "1 ballot does not keep max_sum_cost.",
    ]
    assert read(SMALL).notes == ()
    wrong = SMALL.replace("500;1;", "500;7;")
    assert [str(n) for n in read(wrong).notes] == [
        "The counted votes differ from the file's for: b."
    ]
    pointed = POINTS.replace("currency;EUR", "currency;EUR\nmax_sum_points;4\nmin_sum_points;5")
    assert [str(note) for note in read(pointed).notes] == [
        "2 ballots do not keep max_sum_points.",
    ]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (SMALL.replace("1;33;F;a,b", "1;33;F;a,z"), "line 14: There is no project z."),
        (SMALL.replace("2;40;M;a", "1;40;M;a"), "line 15: The voter 1 stands twice."),
        (SMALL.replace("a,b", "a,a"), "line 14: A project is named twice on one ballot."),
        (SMALL.replace("600.50", "-4"), "line 10: A sum of money is negative or too large."),
        (SMALL.replace("600.50", "NaN"), "line 10: “NaN” is not a sum of money."),
        (SMALL.replace("600.50", "Infinity"), "line 10: “Infinity” is not a sum of money."),
        (SMALL.replace("600.50", "1e30"), "line 10: A sum of money is negative or too large."),
        (SMALL.replace("600.50", "1" + "0" * 30), "line 10: A sum of money is negative or too"),
        (SMALL.replace("600.50", "1e-9"), "line 10: “1e-9” has too many decimals."),
        (SMALL.replace("600.50", "9" * 400), "is not a sum of money."),
        (SMALL.replace("b;500", "a;500"), "line 11: The project a stands twice."),
        (SMALL.replace("budget;1000\n", ""), "META does not say “budget”."),
        (SMALL.replace("budget;1000", "budget;1\nbudget;2"), "line 5: META says “budget” twice"),
        (SMALL.replace("approval", "telepathy"), "“telepathy” is not a known vote_type."),
        (SMALL.replace("cost;", "price;"), "line 9: The column “cost” is missing."),
        (SMALL.replace("votes;name", "name;name"), "line 9: Two columns have the same name."),
        (SMALL.replace("2;40;M;a", "2;40;M;a;b"), "line 15: The row has more cells"),
        (SMALL.replace('"Lamps; two rows"', '"Lamps'), "line 11: A quotation mark is opened and"),
        (SMALL.split("VOTES")[0], "The section VOTES is missing or empty."),
        (SMALL + "VOTES\n", "line 16: The section VOTES stands twice."),
        (POINTS.replace("3,2", "3"), "line 14: There are not as many points as projects."),
        (POINTS.replace("3,2", "3,NaN"), "line 14: “NaN” is not a number of points."),
        (POINTS.replace("3,2", "3,1/0"), "line 14: “1/0” is not a number of points."),
        ("hello", "line 1: The file does not begin with the section META."),
        ("", "The section META is missing or empty."),
        ("META\n" + "x" * 10_000_000, "line 2: The line is longer than a million characters."),
        (SMALL.replace("Benches", "Ben\0ches"), "line 10: The text has a NUL in it."),
    ],
    ids=range(27),
)
def test_a_wrong_file_is_refused_with_the_line(wrong, sentence):
    with pytest.raises(BadCount) as refusal:
        read(wrong)
    assert sentence in str(refusal.value)


def test_another_encoding_is_refused_with_the_line():
    with pytest.raises(BadCount, match="line 11: The text is not UTF-8"):
        pb.read(SMALL.replace("Lamps", "Lämps").encode("latin-1"))
    with pytest.raises(BadCount):
        pb.read(SMALL.encode("utf-16"))


def test_what_is_written_is_read_again_and_tells_nobodys_age():
    for seed in range(40):
        election = a_budget(seed, ("approval", "points", "ranking", "score")[seed % 4])
        again = pb.read(pb.write(election).encode())
        assert sorted(again.ballots) == sorted(election.ballots)
        assert [(o.id, o.name, o.cost) for o in again.options] == [
            (o.id, o.name, o.cost) for o in election.options
        ]
        assert (again.budget, again.kind, again.notes) == (election.budget, election.kind, ())
        assert pb.write(again) == pb.write(pb.read(pb.write(again).encode()))
    written = pb.write(read(SMALL))
    assert "33" not in written
    assert "sex" not in written
    assert '"Lamps; two rows"' in written


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mangled_file_is_read_or_refused_in_one_sentence(data):
    """Cut, doubled, swapped and dirtied: a `BadCount` at most, and never anything else."""
    raw = bytearray((POINTS if data.draw(st.booleans()) else SMALL).encode())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(raw)))
        way = data.draw(st.sampled_from(["cut", "put", "double"]))
        if way == "cut":
            del raw[at : at + data.draw(st.integers(1, 20))]
        elif way == "put":
            raw[at:at] = data.draw(
                st.one_of(
                    st.binary(max_size=4),
                    st.sampled_from([b'"', b";", b"\n", b"-", b"e9", b"1/0", b"VOTES\n", b"\r"]),
                )
            )
        else:
            raw[at:at] = raw[max(at - 15, 0) : at]
    try:
        election = pb.read(bytes(raw))
        rules.counted(election, rules.spec("greedy"))
    except BadCount as trouble:
        assert "\n" not in str(trouble.sentence)
        assert len(str(trouble)) < 400


def say(*words: str) -> subprocess.CompletedProcess:
    """The command line in a Python of its own, without settings."""
    return subprocess.run(
        [sys.executable, "-m", "voting.count", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env={"PYTHONIOENCODING": "utf-8"},
    )


def test_the_command_line_counts_without_a_database(tmp_path):
    file = tmp_path / "small.pb"
    file.write_text(SMALL, encoding="utf-8")
    done = say(str(file), "--rule", "equal-shares", "--option", "completion=none")
    assert done.returncode == 0, done.stderr
    assert "money is divided so that every voter's vote counts the same" in done.stdout
    file.write_text(SMALL.replace("600.50", "NaN"), encoding="utf-8")
    done = say(str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "small.pb, line 10: “NaN” is not a sum of money.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--rule", "shout"], "small.pb: There is no rule “shout”."),
        (["--option", "utility"], "small.pb: Write “utility” as key=value."),
        (["--option", "joy=1"], "small.pb: The rule greedy has no option “joy”."),
        (["--seats", "2"], "small.pb: The rule greedy has no option “seats”."),
        (["--write", "small.txt"], "Files ending in “.txt” are not known."),
    ],
)
def test_wrong_words_are_one_sentence(tmp_path, capsys, words, sentence):
    file = tmp_path / "small.pb"
    file.write_text(SMALL, encoding="utf-8")
    assert count.main([str(file), *words]) == 2
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


def test_a_missing_file_is_one_sentence(tmp_path, capsys):
    assert count.main([str(tmp_path / "gone.pb")]) == 2
    assert "gone.pb: The file cannot be read" in capsys.readouterr().err


def test_a_file_is_written_anew_from_the_command_line(tmp_path, capsys):
    file, copy = tmp_path / "small.pb", tmp_path / "copy.pb"
    file.write_text(SMALL, encoding="utf-8")
    assert count.main([str(file), "--write", str(copy), "--rule", "greedy", "--json"]) == 0
    first = capsys.readouterr().out
    assert count.main([str(copy), "--json"]) == 0
    assert capsys.readouterr().out == first


def published_file(name: str):
    path = Path(PUBLISHED) / "voting" / f"{name}.pb"
    election = pb.read(path.read_bytes())
    return election, {o.id for o in election.options if o.facts.get("selected") == "1"}


@published
@pytest.mark.parametrize("stop", ["overspend", "exhaustive"])
@pytest.mark.parametrize(
    ("name", "projects", "spent"),
    [("Poland_Swiecie_2023", 17, 1_040_337), ("Netherlands_Assen_2024", 9, 76_700)],
)
def test_published_equal_shares_are_reproduced(name, projects, spent, stop):
    election, selected = published_file(name)
    assert election.rule is not None
    spec = rules.spec(election.rule[0], {**election.rule[1], "stop": stop})
    outcome = rules.counted(election, spec)
    assert set(outcome.winners) == selected
    assert (len(outcome.winners), outcome.json()["spent"]) == (projects, spent)


@published
def test_published_greedy_is_what_the_rule_says():
    """Toulouse took the best until nothing fitted; Gdynia paid for one more than it had money for."""
    election, _selected = published_file("France_Toulouse_2022")
    lots = lots_for(election, 1)
    outcome = rules.counted(election, rules.spec("greedy"))
    naive = rules.counted(election, rules.spec("greedy"), lots=lots, reference=True)
    assert set(outcome.winners) == set(naive.winners)
    left = election.budget - outcome.spent
    lost = [o for o in election.options if o.id not in outcome.winners and outcome.scores[o.id]]
    assert all(option.cost > left for option in lost)
    gdynia, selected = published_file("Poland_Gdynia_2020_Babie_Doly__small")
    by_rule = rules.counted(gdynia, rules.spec(*gdynia.rule))
    assert set(by_rule.winners) != selected
    assert sum(o.cost for o in gdynia.options if o.facts["selected"] != "0") > gdynia.budget


@published
@pytest.mark.parametrize(
    "name", ["Switzerland_Zurich_D10", "US_Stanford_Dataset_PB_Vallejo_2017_vote_approvals"]
)
def test_published_ballots_count_as_their_file_says_and_go_through(name):
    election, _selected = published_file(name)
    assert election.notes == ()
    again = pb.read(pb.write(election).encode())
    assert sorted(again.ballots) == sorted(election.ballots)
    turned = list(election.ballots)
    random.Random(1).shuffle(turned)
    for rule in ("greedy", "phragmen"):
        assert rules.counted(election, rules.spec(rule)).winners
