"""A poll's published bundle: `poll.json`, alone or in a `.zip`, with its rule and bare ballots.

`{"format": "polyphony-poll/1", "title", "kind", "rule": {…spec…}, "options": [{"id", "name",
"cost"?, "group"?, "district"?, "category"?, "withdrawn"?}], "ballots": [[ballot, weight], …],
"budget"?, "pots"?, "currency"?, "unit"?, "seats"?, "meta"?, "lots"?: [ids in the drawn order]}`;
money in the smallest parts. What else stands in it is left alone.
"""

import io
import json
import zipfile
from typing import Any

from voting.counting.ballots import aggregate_weighted, of_json, to_json
from voting.counting.election import Election, Option
from voting.counting.errors import BadCount
from voting.counting.words import Sentence, _
from voting.formats.text import text_of

FORMAT = "polyphony-poll/1"
NAME = "poll.json"
LARGEST = 256 * 1024 * 1024
MOST_MONEY = 10**19
TEXTS = ("name", "group", "district", "category")


def read(data: bytes, name: str = "") -> Election:
    """The election of a bundle. Raises `BadCount` in one sentence, whatever the bytes are."""
    if data[:4] == b"PK\x03\x04" or name.lower().endswith(".zip"):
        data = unpacked(data)
    try:
        told = json.loads(text_of(data), parse_float=_no_float, parse_constant=_no_float)
    except json.JSONDecodeError as trouble:
        raise BadCount(
            _("This is not JSON: %(why)s.", why=trouble.msg), line=trouble.lineno
        ) from None
    except (RecursionError, ValueError) as trouble:
        if isinstance(trouble, BadCount):
            raise
        raise BadCount(_("This JSON is nested too deeply, or has numbers too long.")) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BadCount(_("This is not a published poll of the format %(name)s.", name=FORMAT))
    return election_of(told)


def unpacked(data: bytes) -> bytes:
    """`poll.json` of an archive, never more than `LARGEST` bytes of it whatever it claims."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(NAME) as member:
            found = member.read(LARGEST + 1)
    except KeyError:
        raise BadCount(_("The archive has no %(name)s in it.", name=NAME)) from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise BadCount(_("The archive cannot be opened.")) from None
    except Exception as trouble:  # a broken stream: zlib, lzma and bz2 have errors of their own
        raise BadCount(_("The archive is damaged: %(why)s.", why=str(trouble)[:60])) from None
    if len(found) > LARGEST:
        raise BadCount(_("What is packed in the archive is larger than 256 MB."))
    return found


def election_of(told: dict) -> Election:
    options = tuple(option_of(each) for each in listed(told, "options"))
    rule = told.get("rule")
    return Election(
        options=options,
        ballots=aggregate_weighted(weighted(each) for each in listed(told, "ballots")),
        kind=text(told, "kind"),
        title=text(told, "title"),
        budget=whole(told, "budget"),
        pots={key: whole(told["pots"], key) or 0 for key in mapping(told, "pots")},
        seats=whole(told, "seats"),
        currency=text(told, "currency"),
        unit=whole(told, "unit") or 100,
        rule=rule_of(rule) if isinstance(rule, dict) else None,
        meta={key: str(value) for key, value in mapping(told, "meta").items()},
        lots=tuple(str(key) for key in listed(told, "lots")),
    )


def option_of(raw: Any) -> Option:
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str) or not raw["id"]:
        raise BadCount(_("Each option needs an id."))
    return Option(
        id=raw["id"],
        name=text(raw, "name"),
        cost=whole(raw, "cost") or 0,
        group=text(raw, "group"),
        district=text(raw, "district"),
        category=text(raw, "category"),
        withdrawn=raw.get("withdrawn") is True,
    )


def weighted(raw: Any) -> tuple[tuple, int]:
    if isinstance(raw, list) and len(raw) == 2:
        return of_json(raw[0]), whole({"weight": raw[1]}, "weight") or 0
    return of_json(raw), 1


def rule_of(raw: dict) -> tuple[str, dict]:
    options = {key: value for key, value in raw.items() if key not in ("rule", "version")}
    return str(raw.get("rule", "")), options


def listed(told: dict, name: str) -> list:
    found = told.get(name, [])
    if not isinstance(found, list):
        raise wrong(name, _("a list"))
    return found


def mapping(told: dict, name: str) -> dict:
    found = told.get(name, {})
    if not isinstance(found, dict):
        raise wrong(name, _("an object"))
    return found


def text(told: dict, name: str) -> str:
    found = told.get(name, "")
    if not isinstance(found, str):
        raise wrong(name, _("a text"))
    return found


def whole(told: dict, name: str) -> int | None:
    found = told.get(name)
    if found is None:
        return None
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= MOST_MONEY:
        raise wrong(name, _("a whole number that is not negative"))
    return found


def wrong(name: str, wanted: Sentence) -> BadCount:
    return BadCount(_("“%(name)s” must be %(wanted)s.", name=name, wanted=wanted))


def _no_float(text: str) -> Any:
    raise BadCount(_("“%(number)s” is not an exact number.", number=text[:40]))


def write(election: Election, name: str = "") -> str:
    """The bundle's `poll.json`."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "title": election.title,
        "kind": election.kind,
        "options": [written(option) for option in election.options],
        "ballots": sorted(
            ([to_json(ballot), weight] for ballot, weight in election.ballots),
            key=lambda each: json.dumps(each, sort_keys=True),
        ),
        "unit": election.unit,
        "currency": election.currency,
        "meta": dict(election.meta),
    }
    if election.rule:
        told["rule"] = {"rule": election.rule[0], **election.rule[1]}
    for key in ("budget", "seats"):
        if getattr(election, key) is not None:
            told[key] = getattr(election, key)
    if election.pots:
        told["pots"] = dict(election.pots)
    if election.lots:
        told["lots"] = list(election.lots)
    return json.dumps(told, ensure_ascii=False, indent=1)


def written(option: Option) -> dict:
    texts = {name: getattr(option, name) for name in TEXTS if getattr(option, name)}
    return {
        "id": option.id,
        **texts,
        **({"cost": option.cost} if option.cost else {}),
        **({"withdrawn": True} if option.withdrawn else {}),
    }
