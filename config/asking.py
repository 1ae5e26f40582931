"""Questions on the terminal: asked again until the answer will do."""

from pathlib import Path

from consultations.place_lists import read_places, report
from intake.colours import clean_colour
from intake.crests import clean_crest
from intake.errors import BadInput


class Asking:
    """Asks one person at a terminal; `out` is where sentences go."""

    def __init__(self, out):
        self.out = out

    def word(self, question: str, default: str = "") -> str:
        shown = f" [{default}]" if default else ""
        return input(f"{question}{shown}: ").strip() or default

    def sure(self, question: str) -> bool:
        return self.word(f"{question} (yes or no)", "no").lower() in {"y", "yes"}

    def colour(self) -> str:
        """A colour that can be read, or none; the nearest one is offered in its place."""
        answer = self.word("Colour, like #015c5c (Enter for Polyphony’s own)")
        while answer:
            try:
                return clean_colour(answer)
            except BadInput as trouble:
                self.out.write(str(trouble.sentence))
                answer = self.word("Colour")
        return ""

    def crest(self) -> bytes:
        answer = self.word("Crest: a PNG, JPEG or WebP file (Enter for none)")
        while answer:
            try:
                content = Path(answer).expanduser().read_bytes()
                clean_crest(content)
            except BadInput as trouble:
                self.out.write(str(trouble.sentence))
            except OSError as trouble:
                self.out.write(f"{answer} cannot be read: {trouble.strerror}.")
            else:
                return content
            answer = self.word("Crest")
        return b""

    def places(self, city: str) -> str:
        """Lines until an empty one; nothing at all is the city alone."""
        self.out.write(
            "Places, one a line, each indented below the one it lies in, with a level after a colon\n"
            "(eu, nation, state, province, city, district, neighbourhood). An empty line ends.\n"
            f"  {city}: city\n    Old Town: district\n"
            "Enter alone: only the city. A file can be given with --places."
        )
        lines: list[str] = []
        while line := input("> ").rstrip():
            lines.append(line)
        text = "\n".join(lines) or f"{city}: city"
        if troubles := read_places(text).troubles:
            raise BadInput(report(troubles))
        return text
