"""Small elections of ranked ballots for property tests, ties, gaps and withdrawals among them."""

from hypothesis import strategies as st

from voting.counting.ballots import BLANK
from voting.counting.election import Election, Option

WEIGHTS = st.sampled_from([1, 1, 1, 2, 5])


@st.composite
def ranking(draw, keys, *, shared=True):
    """A ballot that ranks some of these options, at times several at one rank."""
    order = draw(st.permutations(keys))[: draw(st.integers(0, len(keys)))]
    ranks: list[tuple[str, ...]] = []
    for key in order:
        if ranks and shared and draw(st.integers(0, 6)) == 0:
            ranks[-1] = tuple(sorted((*ranks[-1], key)))
        else:
            ranks.append((key,))
    return ("ranking", tuple(ranks)) if ranks else BLANK


@st.composite
def ranked_elections(draw, *, most=5, shared=True, withdrawn=True):
    keys = [f"c{number}" for number in range(1, draw(st.integers(1, most)) + 1)]
    ballots: dict = {}
    for ballot in draw(st.lists(ranking(keys, shared=shared), max_size=10)):
        ballots[ballot] = ballots.get(ballot, 0) + draw(WEIGHTS)
    gone = draw(st.sets(st.sampled_from(keys), max_size=1)) if withdrawn and len(keys) > 1 else ()
    options = tuple(Option(key, key.upper(), withdrawn=key in gone) for key in keys)
    return Election(options, tuple(ballots.items()), "ranking")


def an_election(*ballots: str, **fields) -> Election:
    """An election from ballots like `"3: a b=c d"`; options in the order of their letters."""
    rows = []
    for text in ballots:
        weight, _colon, order = text.partition(":")
        ranks = tuple(tuple(sorted(rank.split("="))) for rank in order.split())
        rows.append((("ranking", ranks) if ranks else BLANK, int(weight)))
    named = {key for ballot, _n in rows if len(ballot) > 1 for rank in ballot[1] for key in rank}
    keys = sorted(named | set(fields.pop("more", "")))
    gone = fields.pop("withdrawn", "")
    options = tuple(Option(key, key.upper(), withdrawn=key in gone) for key in keys)
    return Election(options, tuple(rows), "ranking", **fields)
