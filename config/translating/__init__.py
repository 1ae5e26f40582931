"""Catalogues of words: what the sources say, what each language has for it, and whether it fits."""
