"""Data beside every public page: what a page shows, as JSON and CSV with documented columns.

A twin stands at its page's address without the last slash, with `.json` or `.csv` instead. It holds
what everybody may read, whoever asks, and is written row by row however long it is.
"""
