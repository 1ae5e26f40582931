"""Ready values for a component."""


class Values(dict):
    """A dictionary in which whatever was not given is empty.

    A template asks for many things that a row may not have. Of a plain dictionary each such
    question costs four times as much as one that has an answer, because it ends in an exception.
    """

    def __missing__(self, key: str) -> str:
        return ""
