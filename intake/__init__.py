"""The one door for what comes in: words cleaned and limited, JSON guarded, search folded.

Everything below asks nothing of a database and knows no domain. Whoever takes words from outside
(a form, the API, a socket, an import) takes them through here.
"""
