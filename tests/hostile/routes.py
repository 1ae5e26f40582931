"""Every address of the city, from the resolver; for each, what it may be filled with."""

import re
from collections.abc import Iterator
from itertools import product

from django.urls import URLResolver, get_resolver


def routes() -> dict[str, str]:
    """Each route's name and its address as a template: `/polls/{poll_id}/`."""
    found = {}
    for name, template in _walk(get_resolver().url_patterns, ""):
        assert name and name not in found, f"{template} needs a name of its own"
        found[name] = template
    return found


def _walk(patterns, prefix: str) -> Iterator[tuple[str, str]]:
    for one in patterns:
        route = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, route)
        else:
            yield one.name, as_template(route)


def as_template(route: str) -> str:
    route = re.sub(r"\(\?P<form>[^()]*\)", "{form}", route)
    route = re.sub(r"\(\?:[^()]*\(\?P<slug>[^()]*\)\)\?", "", route)  # the decorating slug
    route = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", r"{\1}", route)
    route = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
    return "/" + route.replace("^", "").replace("$", "").replace("\\.", ".")


def slots(template: str) -> list[str]:
    return re.findall(r"{(\w+)}", template)


def filled(template: str, values: dict[str, list]) -> list[str]:
    """The template with every combination of values for what it takes."""
    names = slots(template)
    return [
        template.format(**dict(zip(names, chosen, strict=True)))
        for chosen in product(*(values[name] for name in names))
    ]
