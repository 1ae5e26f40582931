"""Files of elections, read and written, without Django.

**How a format is added**: a module with `read(data: bytes, name: str) -> Election` and, where it can
be written, `write(election: Election, name: str) -> str`; mistakes are `BadCount` with the line (the caller
adds the file's name). `read_from(file, name)` may stand beside it, to read large files by the line. Name the module under its suffixes in `MODULES`.
"""

from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from voting.counting.election import Election
from voting.counting.errors import BadCount
from voting.counting.words import _

MODULES: dict[str, str] = {
    ".pb": "voting.formats.pb",
    **dict.fromkeys((".json", ".zip"), "voting.formats.bundle"),
    **dict.fromkeys((".soc", ".soi", ".toc", ".toi"), "voting.formats.preflib"),
    ".blt": "voting.formats.blt",
}
LARGEST = 512 * 1024 * 1024


def read(path: Path) -> Election:
    """The election in a file, told by its suffix. Raises `BadCount` naming file and line."""
    module = _module(path)
    try:
        if hasattr(module, "read_from"):
            with _opened(path) as file:
                return module.read_from(file, path.name)
        return module.read(data_of(path), path.name)
    except BadCount as trouble:
        trouble.file = trouble.file or path.name
        raise


def write(election: Election, path: Path) -> None:
    """Write an election in the format of the path's suffix."""
    module = _module(path)
    if not hasattr(module, "write"):
        raise BadCount(_("Files ending in %(suffix)s are read only.", suffix=path.suffix))
    path.write_text(module.write(election, path.name), encoding="utf-8", newline="\n")


def data_of(path: Path) -> bytes:
    with _opened(path) as file:
        return file.read()


def _opened(path: Path) -> BinaryIO:
    try:
        if path.stat().st_size > LARGEST:
            raise BadCount(_("The file is larger than 512 MB."), file=path.name)
        return path.open("rb")
    except OSError as trouble:
        raise BadCount(
            _("The file cannot be read: %(reason)s.", reason=trouble.strerror), file=path.name
        ) from None


def _module(path: Path):
    if path.suffix.lower() not in MODULES:
        raise BadCount(
            _(
                "Files ending in “%(suffix)s” are not known. Known are: %(known)s.",
                suffix=path.suffix[:20],
                known=" ".join(MODULES),
            ),
            file=path.name,
        )
    return import_module(MODULES[path.suffix.lower()])
