"""A poll's published bundle is counted as the poll was, and whatever is wrong is one sentence."""

import io
import json
import zipfile

import pytest

from tests.voting.counting.budgets.elections import a_budget, lots_for
from voting import count
from voting.counting import rules
from voting.counting.errors import BadCount
from voting.formats import bundle


def zipped(text: str | bytes, name: str = "poll.json") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return packed.getvalue()


def test_a_bundle_counts_like_the_election_it_was_written_from():
    for seed in range(20):
        election = a_budget(seed, ("approval", "points", "ranking", "score")[seed % 4])
        again = bundle.read(zipped(bundle.write(election)), "poll.zip")
        lots = lots_for(election, seed)
        one, two = (
            rules.counted(each, rules.spec("equal-shares"), lots=lots) for each in (election, again)
        )
        assert one.sha256 == two.sha256


def test_the_bundles_own_rule_and_lot_are_used(tmp_path, capsys):
    told = {
        "format": bundle.FORMAT,
        "kind": "approval",
        "budget": 100,
        "rule": {"rule": "greedy", "version": 1},
        "options": [{"id": "a", "cost": 100}, {"id": "b", "cost": 100}],
        "ballots": [[{"choices": ["a"], "kind": "approval"}, 2]] * 1
        + [{"choices": ["b"], "kind": "approval"}] * 2,
        "lots": ["b", "a"],
    }
    file = tmp_path / "poll.json"
    file.write_text(json.dumps(told))
    assert count.main([str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["winners"] == ["b"]
    file.write_text(json.dumps({**told, "lots": []}))
    assert count.main([str(file)]) == 2
    assert capsys.readouterr().err == (
        "poll.json: These are tied and nothing but a lot parts them: a, b. "
        "Draw the lot before the count. (--lot SEED)\n"
    )


GOOD = {"format": bundle.FORMAT, "options": [{"id": "a"}], "ballots": []}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "This is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"7" * 10_000, "numbers too long"),
        (b"[]", "not a published poll"),
        (b"\xff{}", "not UTF-8"),
        (b"PK\x03\x04 nonsense", "cannot be opened"),
        (zipped("x", "other.json"), "has no poll.json"),
        (zipped("x" * 1_000)[:60], "cannot be opened"),
        (json.dumps({**GOOD, "budget": 1.5}).encode(), "is not an exact number"),
        (json.dumps({**GOOD, "budget": float("nan")}).encode(), "is not an exact number"),
        (json.dumps({**GOOD, "budget": -1}).encode(), "“budget” must be a whole number"),
        (json.dumps({**GOOD, "budget": 10**30}).encode(), "“budget” must be a whole number"),
        (json.dumps({**GOOD, "options": {}}).encode(), "“options” must be a list"),
        (json.dumps({**GOOD, "options": [{}]}).encode(), "needs an id"),
        (json.dumps({**GOOD, "ballots": [{"kind": "shout"}]}).encode(), "This is not a ballot"),
    ],
    ids=range(15),
)
def test_what_is_not_a_bundle_is_refused_in_words(data, sentence):
    with pytest.raises(BadCount, match=sentence):
        bundle.read(data)


def test_a_bomb_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(bundle, "LARGEST", 100_000)
    with pytest.raises(BadCount, match="larger than"):
        bundle.read(zipped(b" " * 50_000_000))
