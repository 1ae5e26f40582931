"""How the door says no."""


class BadInput(ValueError):
    """What came in cannot be taken. `sentence` names the mend and may be shown to the person."""

    def __init__(self, sentence, *, code="invalid", field=None):
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code
        self.field = field
