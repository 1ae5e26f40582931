"""Pictures in ready values for `components/picture/picture.html`."""

from collections.abc import Iterable, Mapping
from typing import Any

from proposals.pictures import url_of, widths_of


def picture_values(placed: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [values_of(one) for one in placed]


def values_of(one: Mapping[str, Any]) -> dict[str, Any]:
    name, largest = one["picture"], one["width"]
    widths = widths_of(largest)
    return {
        "src": url_of(name, widths[min(1, len(widths) - 1)]),
        "srcset": ", ".join(f"{url_of(name, width)} {width}w" for width in widths),
        "small": url_of(name, widths[0]),
        "width": largest,
        "height": one["height"],
        "alt": one["alt"],
    }
