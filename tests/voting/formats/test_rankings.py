"""PrefLib and .blt: read as published, written so that they read the same, refused with the line."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.voting.counting.elections import an_election, ranked_elections
from voting import formats
from voting.counting.errors import BadCount
from voting.formats import blt, preflib

ROOT = Path(__file__).parents[3]
TOI = """# FILE NAME: 00001-00000001.toi
# TITLE: Trees
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 8
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Lime
# ALTERNATIVE NAME 2: Oak: the old one
# ALTERNATIVE NAME 3: Ash
5: 1,{2,3}
2: 3
1: {1, 3}, 2
"""
BLT = '4 2\n-2\n3 1 3 4 0\n2 4 1=3 0\n1 2 0\n1 0\n0\n"Adam"\n"Basil"\n"Cho ""\n"Dee"\n"Ward"\n'
BLT = BLT.replace('"Cho ""', r'"Cho \"C\" Ng"')


def ballots_of(election):
    return dict(iter(election.ballots))


def ranks(*places):
    return ("ranking", tuple((place,) if isinstance(place, str) else place for place in places))


def test_a_preflib_file_is_read_with_its_names_ties_and_title():
    election = preflib.read(TOI.encode(), "trees.toi")
    assert election.title == "Trees"
    assert election.names == {"1": "Lime", "2": "Oak: the old one", "3": "Ash"}
    assert ballots_of(election) == {
        ranks("1", ("2", "3")): 5,
        ranks("3"): 2,
        ranks(("1", "3"), "2"): 1,
    }


def test_a_blt_file_is_read_with_withdrawals_ties_and_quotes():
    election = blt.read(BLT.encode(), "ward.blt")
    assert (election.seats, election.title) == (2, "Ward")
    assert list(election.names.values()) == ["Adam", "Basil", 'Cho "C" Ng', "Dee"]
    assert [option.id for option in election.options if option.withdrawn] == ["2"]
    assert ballots_of(election) == {
        ranks("1", "3", "4"): 3,
        ranks("4", ("1", "3")): 2,
        ranks("2"): 1,
        ("blank",): 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        '3 1\n2 1 3 0\n1 2 0\n0\n"A"\n"B"\n"C"\n"T"\n',
        '\ufeff3 1\r\n2 1 3 0\r\n1 2 0\r\n0\r\n"A"\r\n"B"\r\n"C"\r\n"T"\r\n',
        '3 1 2 1 3 0 1 2 0 0 "A" "B" "C" "T"',
        '3 1\n2 1\n3 0\n1 2 0 0\n"A" "B" "C"\n"T"',
        '3 1 # seats\n/* two\nlines */ 2 1 3 0 # best\n1 2 0\n0\n"A"\n"B" # note\n"C"\n"T"\n',
        "3 1\n1 1 3 0\n1 1 - 3 0\n1 2 0\n0\nA\nB\nC\nT\n",
        '3 1\n(b1) 1 3 0\n(b2) 1 3 0\n(b3) 2 0\n0\n"A"\n"B"\n"C"\n"T"\n',
        '3 1\n[nick x y z]\n[droop rule=meek]\n2 x z 0\n1 y 0\n0\n"A"\n"B"\n"C"\n"T"\n',
        '3 1\n2 1 3 0\n1 2 0\n0\n"A"\n"B"\n"C"\n"T"\n"Source"\n"Comment"\n',
    ],
)
def test_the_conventions_met_in_published_blt_files_read_alike(text):
    election = blt.read(text.encode(), "x.blt")
    assert ballots_of(election) == {ranks("1", "3"): 2, ranks("2"): 1}
    assert list(election.names.values()) == ["A", "B", "C"]
    assert election.title == "T"


def test_a_party_behind_the_name_belongs_to_it_and_withdrawn_may_stand_in_brackets():
    text = '2 1\n[withdrawn 2]\n5 1 2 0\n0\n"Ann" "Ash" "Greens"\n"Bo" "Birk" "Reds"\n"Ward 1"\n'
    election = blt.read(text.encode(), "x.blt")
    assert list(election.names.values()) == ["Ann Ash Greens", "Bo Birk Reds"]
    assert election.title == "Ward 1"
    assert election.options[1].withdrawn


@settings(max_examples=120, deadline=None)
@given(election=ranked_elections(most=6))
def test_what_is_written_reads_the_same(election):
    numbered = {option.id: str(place) for place, option in enumerate(election.options, start=1)}
    expected: dict = {}
    for ballot, weight in election.ballots:
        if len(ballot) > 1:
            ballot = (
                "ranking",
                tuple(tuple(sorted(numbered[key] for key in rank)) for rank in ballot[1]),
            )
        expected[ballot] = expected.get(ballot, 0) + weight
    back = blt.read(blt.write(election, "x.blt").encode(), "x.blt")
    assert ballots_of(back) == expected
    assert [option.withdrawn for option in back.options] == [
        option.withdrawn for option in election.options
    ]
    again = preflib.read(preflib.write(back, "x.toi").encode(), "x.toi")
    assert again.voters == back.voters
    assert preflib.write(again, "x.toi") == preflib.write(back, "x.toi")


@pytest.mark.parametrize(
    ("suffix", "ballots", "sentence"),
    [
        ("soc", ["2: a b", "1: a"], "Write a .soi file instead"),
        ("toc", ["2: a b c", "1: a=b"], "Write a .toi file instead"),
        ("soi", ["2: a=b"], "Write a .toi file instead"),
    ],
)
def test_a_format_that_cannot_hold_the_ballots_says_which_can(suffix, ballots, sentence):
    with pytest.raises(BadCount, match=sentence):
        preflib.write(an_election(*ballots), f"x.{suffix}")


HOSTILE_TOI = [
    ("", "line 1: The header does not say NUMBER ALTERNATIVES."),
    (TOI.replace("5: 1", "5: 9"), "line 10: There is no candidate 9."),
    (TOI.replace("5: 1", "5: 2"), "line 10: A candidate stands twice on one ballot."),
    (TOI.replace("5: ", "NaN: "), "line 10: “NaN” is not a whole number."),
    (TOI.replace("5: ", f"{10**30}: "), "line 10: The number 100000000000… is too large."),
    (TOI.replace("5: ", "0: "), "line 10: A ballot stands for 1 to 10,000,000,000 people, not"),
    (TOI.replace("5: ", "-5: "), "line 10: “-5” is not a whole number."),
    (
        TOI.replace("VOTERS: 8", "VOTERS: 9"),
        "line 5: The header names 9 voters; the ballots are 8.",
    ),
    (TOI.replace("5: 1,{2,3}", "5: 1,{2,3"), "line 10: Write an order like “1,4,{2,3}”."),
    (TOI.replace("5: 1,{2,3}", "5 1 2"), "line 10: Write a ballot as “count: order”."),
    (TOI.replace("TIVES: 3", "TIVES: 99999999"), "line 4: From 1 to 10,000 candidates can stand"),
    (TOI.replace("NAME 3", "NAME 4"), "line 9: There is no candidate 4."),
    (TOI + "1: " + "1," * 600_000, "line 13: The line is longer than a million characters."),
]


@pytest.mark.parametrize(("text", "sentence"), HOSTILE_TOI)
def test_a_wrong_preflib_file_is_refused_with_the_line(text, sentence, tmp_path):
    assert refusal(tmp_path, "x.toi", text.encode()).startswith(f"x.toi, {sentence}")


def test_the_suffix_says_what_ballots_may_do(tmp_path):
    no_ties = refusal(tmp_path, "x.soi", TOI.encode())
    assert no_ties == "x.soi, line 10: In a .soi file no candidates are tied."
    complete = refusal(tmp_path, "x.toc", TOI.encode())
    assert complete == "x.toc, line 11: In a .toc file every ballot names every candidate."


HOSTILE_BLT = [
    ("", "line 1: The file ends before the 0 that ends the ballots."),
    ("4 2\n3 1 2 0\n", "line 2: The file ends before the 0 that ends the ballots."),
    (BLT.replace("3 1 3", "3 1 9"), "line 3: There is no candidate 9."),
    (BLT.replace("3 1 3", "3 1 1"), "line 3: A candidate stands twice on one ballot."),
    (BLT.replace("3 1 3", "NaN 1 3"), "line 3: “NaN” is not a whole number."),
    (BLT.replace("3 1 3", f"{10**30} 1 3"), "line 3: The number 100000000000… is too large."),
    (BLT.replace("3 1 3", "2.5 1 3"), "line 3: “2.5” is not a whole number."),
    (BLT.replace("4 2", "4 5"), "line 1: There are 5 seats and 4 candidates."),
    (BLT.replace("4 2", "0 2"), "line 1: From 1 to 10,000 candidates can stand, not 0."),
    (BLT.replace("4 2", "99999999 2"), "line 1: From 1 to 10,000 candidates can stand"),
    (BLT.replace('"Dee"\n"Ward"\n', ""), "line 10: There are 3 names for 4 candidates."),
    (BLT.replace("-2", "-7"), "line 2: There is no candidate 7."),
    ("4 2\n1" + " 1" * 600_000, "line 2: The line is longer than a million characters."),
    ("4 2\n1" + " 3\n" * 60, "line 2: The ballot is not ended by a 0."),
    ("hello", "line 1: The file ends before the 0 that ends the ballots."),
    ("hello you", "line 1: “hello” is not a whole number."),
]


@pytest.mark.parametrize(("text", "sentence"), HOSTILE_BLT)
def test_a_wrong_blt_file_is_refused_with_the_line(text, sentence, tmp_path):
    assert refusal(tmp_path, "x.blt", text.encode()).startswith(f"x.blt, {sentence}")


def refusal(folder, name, data):
    (folder / name).write_bytes(data)
    with pytest.raises(BadCount) as refused:
        formats.read(folder / name)
    return str(refused.value)


def test_another_encoding_is_refused_with_the_line(tmp_path):
    latin = BLT.replace("Adam", "Zoë").encode("latin-1")
    assert refusal(tmp_path, "x.blt", latin) == "x.blt, line 8: The text is not UTF-8."
    assert "The text is not UTF-8" in refusal(tmp_path, "x.toi", TOI.encode("utf-16"))


def test_the_command_line_answers_a_hostile_file_with_one_sentence_quickly(tmp_path):
    file = tmp_path / "big.blt"
    file.write_bytes(b"4 2\n1 " + b"1 " * 5_000_000)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "voting.count", str(file)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert done.stderr == "big.blt, line 2: The line is longer than a million characters.\n"
    assert time.monotonic() - began < 20


PIECES = st.sampled_from(
    [
        *'0123= \n-"#[](){},:\\é\x00٣',
        "-2",
        "9",
        '"A"',
        "/*",
        "*/",
        "nick",
        "withdrawn",
        "NaN",
        "1e9",
        "# NUMBER ALTERNATIVES: 3\n",
        "# NUMBER VOTERS: 2\n",
        "# ALTERNATIVE NAME 1: x\n",
        "\r\n",
    ]
)


@pytest.mark.parametrize("name", ["x.blt", "x.toi", "x.soc"])
@settings(max_examples=300, deadline=None)
@given(pieces=st.lists(PIECES, max_size=30), start=st.sampled_from(["", "3 1\n", BLT, TOI]))
def test_whatever_a_file_holds_it_is_read_or_refused_with_a_sentence(name, pieces, start):
    read = blt.read if name.endswith("blt") else preflib.read
    try:
        election = read((start + "".join(pieces)).encode(), name)
    except BadCount as trouble:
        assert str(trouble).startswith("line ")
    else:
        election.check()
        assert election.voters >= 0


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=200), name=st.sampled_from(["x.blt", "x.toi"]))
def test_bytes_of_any_kind_are_read_or_refused(data, name):
    read = blt.read if name.endswith("blt") else preflib.read
    try:
        read(data, name)
    except BadCount as trouble:
        assert str(trouble)
