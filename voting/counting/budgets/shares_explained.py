"""Equal Shares told: what each round cost whom, and what a project that was not bought lacked."""

from collections.abc import Iterable
from fractions import Fraction

from voting.counting.budgets.shares import Purchase, Shares, shown_price
from voting.counting.budgets.shares_exact import Purses
from voting.counting.election import Election
from voting.counting.lots import Lots
from voting.counting.outcome import Explanation
from voting.counting.words import Sentence, _, ngettext


def rounds_of(
    election: Election, shares: Shares, endowment: Fraction, bought: list[Purchase]
) -> list[dict]:
    """A dictionary per purchase: `price` is what one pays in full, rounded down to 5 decimals."""
    return [
        {
            "project": shares.ids[each.project],
            "cost": election.exact_money(shares.costs[each.project]),
            "endowment": election.exact_money(endowment),
            "price": shown_price(shares, each),
            "paid_in_full": each.payers,
            "gave_the_rest": each.short,
        }
        for each in bought
    ]


def explained(
    election: Election,
    shares: Shares,
    endowment: Fraction,
    bought: list[Purchase],
    winners: list[str],
    lots: Lots,
) -> Iterable[Explanation]:
    """One for each project that stands, in the order of the file."""
    purchase_of = {shares.ids[each.project]: each for each in bought}
    lacks = missing(shares, endowment, bought, lots)
    for p, key in enumerate(shares.ids):
        cost = election.money(shares.costs[p])
        if key in purchase_of and key in winners:
            yield paid(election, shares, purchase_of[key])
            continue
        facts = {"cost": election.exact_money(shares.costs[p]), "votes": shares.votes[p]}
        lack = lacks.get(p)
        words = lacking(election, shares, p, lack)
        if lack is not None:
            facts["missed_by"] = election.exact_money(lack)
        if key in winners and shares.costs[p] == 0:
            words = _("Won: it costs nothing, and somebody wants it.")
        elif key in winners:
            words = _(
                "Won with what was left over, in the order of votes: it costs %(cost)s and has "
                "%(votes)s.",
                cost=cost,
                votes=shares.votes[p],
            )
        elif key in purchase_of:
            words = _("Bought by Equal Shares, but the comparison preferred the other outcome.")
        yield Explanation(key, key in winners, words, facts)


def paid(election: Election, shares: Shares, purchase: Purchase) -> Explanation:
    key, price = shares.ids[purchase.project], shown_price(shares, purchase)
    facts = {
        "cost": election.exact_money(shares.costs[purchase.project]),
        "price": price,
        "paid_in_full": purchase.payers,
        "gave_the_rest": purchase.short,
    }
    words = ngettext(
        "Won: %(count)s supporter paid %(price)s for it. %(rest)s",
        "Won: %(count)s supporters paid %(price)s each for it. %(rest)s",
        purchase.payers or 0,
        price=election.money(int(price * election.unit)),
        rest=ngettext(
            "%(count)s more gave the rest of what they had.",
            "%(count)s more gave the rest of what they had.",
            purchase.short,
        )
        if purchase.short
        else _("Nobody paid more than another."),
    )
    if not isinstance(shares.supporters[purchase.project][1], int):
        words = _(
            "Won: its supporters paid %(price)s for each point they gave it. %(count)s of them "
            "gave the rest of what they had.",
            price=election.money(int(price * election.unit)),
            count=purchase.short or 0,
        )
    return Explanation(key, True, words, facts)


def lacking(election: Election, shares: Shares, p: int, lack: int | None) -> Sentence:
    if lack is None:
        return _("Not bought: nobody chose it.")
    return ngettext(
        "Not bought: its %(count)s supporter could give %(could)s of the %(cost)s it costs; "
        "%(missing)s were missing.",
        "Not bought: its %(count)s supporters could give %(could)s of the %(cost)s it costs; "
        "%(missing)s were missing.",
        shares.votes[p],
        could=election.money(shares.costs[p] - lack),
        cost=election.money(shares.costs[p]),
        missing=election.money(lack),
    )


def missing(
    shares: Shares, endowment: Fraction, bought: list[Purchase], lots: Lots
) -> dict[int, int]:
    """By how much each project that was not bought missed it, in the smallest parts of money.

    With exactly so much paid by somebody else it is bought in this run, with one part less not.
    Until it is bought a project changes nothing for others; so it is enough to ask before each
    purchase what its supporters would give at that price, and at the end what they have left.
    """
    taken = {each.project for each in bought}
    losers = [p for p in shares.able if p not in taken]
    most = dict.fromkeys(losers, 0)
    purses = Purses(shares, endowment)
    for purchase in bought:
        rho = purchase.rho if purchase.rho is not None else purses.rho(purchase.project)
        assert rho is not None
        for p in losers:
            most[p] = max(most[p], winning_price(purses, p, rho, purchase.project, lots))
        purses.buy(purchase.project, rho)
    return {p: shares.costs[p] - max(most[p], int(purses.money(p))) for p in losers}


def winning_price(purses: Purses, p: int, rho: Fraction, rival: int, lots: Lots) -> int:
    """The highest price at which `p` is bought before its rival, which costs `rho` per utility."""
    shares = purses.shares
    price = purses.gives(p, rho)
    if price != int(price) or not price:
        return int(price)
    own = purses.rho(p, int(price))
    if own is not None and own == rho:
        mine = (int(price), -shares.votes[p])
        other = (shares.costs[rival], -shares.votes[rival])
        drawn = lots.places.get(shares.ids[p], 0) < lots.places.get(shares.ids[rival], 0)
        if mine > other or (mine == other and not drawn):
            return int(price) - 1
    return int(price)
