"""How counting says no."""

from collections.abc import Iterable

from voting.counting.words import Sentence, _


class BadCount(ValueError):
    """A file, a spec or a ballot that cannot be counted: one sentence, and where it happened."""

    def __init__(self, sentence: Sentence, *, file: str = "", line: int | None = None):
        super().__init__(sentence)
        self.sentence = sentence
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = [self.file] if self.file else []
        where += [f"line {self.line}"] if self.line is not None else []
        return f"{', '.join(where)}: {self.sentence}" if where else str(self.sentence)


class LotNeeded(BadCount):
    """Options are tied, the rule does not part them, and no lot was drawn before the count."""

    def __init__(self, tied: Iterable[str]):
        self.tied = tuple(tied)
        super().__init__(
            _(
                "These are tied and nothing but a lot parts them: %(ids)s. "
                "Draw the lot before the count.",
                ids=", ".join(self.tied),
            )
        )
