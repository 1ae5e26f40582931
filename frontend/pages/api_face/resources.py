"""What the API offers, as the schema says: read once in the life of a process."""

from dataclasses import dataclass, field
from functools import lru_cache

from drf_spectacular.generators import SchemaGenerator

PREFIX = "/api/v1"
METHODS = ("get", "post", "put", "patch", "delete")


@dataclass
class Resource:
    """An address of the API with what may be sent there. `url` is empty where it needs a number."""

    path: str
    url: str
    acts: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=1)
def resources() -> tuple[Resource, ...]:
    """Every resource in the order of its address, each with its methods and their sentences."""
    schema = SchemaGenerator().get_schema(request=None, public=True)
    return tuple(resource(path, schema["paths"][path]) for path in sorted(schema["paths"]))


def resource(path: str, operations: dict) -> Resource:
    readable = "get" in operations and "{" not in path
    return Resource(
        path=path.removeprefix(PREFIX),
        url=path if readable else "",
        acts=acts_of(operations),
    )


def acts_of(operations: dict) -> list[tuple[str, str]]:
    """Methods with their sentence; those that share one stand together."""
    shared: dict[str, list[str]] = {}
    for method in METHODS:
        if method in operations:
            sentence = first_line(operations[method].get("description", ""))
            shared.setdefault(sentence, []).append(method.upper())
    return [(", ".join(methods), sentence) for sentence, methods in shared.items()]


def first_line(text: str) -> str:
    return text.strip().partition("\n")[0]
