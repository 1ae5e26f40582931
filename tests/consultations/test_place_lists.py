"""A list of places, typed or saved by a spreadsheet, is understood or refused line by line."""

import pytest

from consultations.place_lists import decoded, read_places, report, slugs_for
from intake.errors import BadInput


def seen(text: str) -> list[tuple[str, str, str]]:
    found = read_places(text)
    assert found.troubles == []
    return [(line.name, line.level, line.parent) for line in found.lines]


TREE = [
    ("Estmark", "nation", ""),
    ("Lindhaven", "city", "Estmark"),
    ("Old Town", "district", "Lindhaven"),
    ("Market Quarter", "neighbourhood", "Old Town"),
    ("Harbour", "district", "Lindhaven"),
]


def test_indentation_says_what_lies_in_what_and_levels_may_be_left_out():
    assert (
        seen(
            "Estmark: nation\n  Lindhaven: City\n    Old Town\n      Market Quarter\n\n\tHarbour:district"
        )
        == TREE
    )


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_in_any_order_says_the_same(between):
    rows = [
        ["Name", "Level", "Parent"],
        ["Old Town", "district", "Lindhaven"],
        ["Lindhaven", "city", "Estmark"],
        ["Market Quarter", "", "Old Town"],
        ["Estmark", "nation", ""],
        ["Harbour", "district", "Lindhaven"],
        ["", "", ""],
    ]
    assert seen("\n".join(between.join(row) for row in rows)) == TREE


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Lind: city\n  Mitte: quarter\n  mitte", "Line 3: “mitte” stands in line 2 already"),
        ("Lind: city\n  Mitte: distrikt", "Line 2: “distrikt” is no level. Levels are: neigh"),
        ("Lind: city\n  Estmark: nation", "Line 2: “Estmark” (nation) cannot lie in “Lind” (city)"),
        ("Lind: city\nBrugge: city", "on top: Lind, Brugge."),
        ("", "There is no place in the list."),
        ("name,level,parent\nA,city,\nB,district,C", "Line 3: “B” lies in “C”, which is not"),
        ("name,level,parent\nA,city,\nB,district,C\nC,district,B", "in a ring: B, C."),
        ("Lind: city\n  " + "x" * 90, "Line 2: Shorten the name by 10 characters."),
    ],
)
def test_each_trouble_is_told_with_its_line(text, sentence):
    assert sentence in report(read_places(text).troubles)


def test_all_troubles_are_told_at_once_but_not_without_end():
    text = "Lind: city\n" + "".join(f"  Twin {n}: x\n  Twin {n}\n" for n in range(30))
    told = report(read_places(text).troubles).splitlines()
    assert (len(told), told[-1]) == (21, "And 40 more.")


def test_a_file_in_another_encoding_is_refused_where_it_breaks():
    with pytest.raises(BadInput, match="Line 2 is not in UTF-8") as refusal:
        decoded("Lindhaven: city\n  Café".encode("latin-1"))
    assert "CSV UTF-8" in refusal.value.sentence
    assert decoded("\ufeffŁódź: city".encode()) == "Łódź: city"


def test_a_ten_thousand_line_list_is_refused_shortly():
    assert read_places("\n".join(f"P{n}" for n in range(10_000))).troubles == [
        "These are more than 5,000 places. Leave the smallest out."
    ]


def test_addresses_of_places_are_plain_and_differ():
    assert slugs_for(["Łódź", "Lodz", "街", "街"]) == ["lodz", "lodz-2", "place", "place-2"]
