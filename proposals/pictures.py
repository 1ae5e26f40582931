"""Where pictures lie in `DATA_DIR/media`, and in which widths."""

from pathlib import Path

from django.conf import settings

from intake.uploads import WIDTHS
from proposals.models import Picture


def widths_of(largest: int) -> list[int]:
    """The widths in which a picture of this width is kept."""
    return [width for width in WIDTHS if width < largest] + [largest]


def path_of(name: str, width: int) -> Path:
    return Path(settings.MEDIA_ROOT) / "pictures" / name[:2] / f"{name}-{width}.webp"


def url_of(name: str, width: int) -> str:
    return f"/pictures/{name}-{width}.webp"


def write_files(picture: Picture, files: dict[int, bytes]) -> None:
    for width, content in files.items():
        path = path_of(picture.name, width)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def remove_files(picture: Picture) -> None:
    for width in widths_of(picture.width):
        path_of(picture.name, width).unlink(missing_ok=True)
