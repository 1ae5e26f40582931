"""Words that have broken something somewhere."""

UNSTORABLE = {
    "NUL": "before\x00after",
    "half a character": "before\ud800after",
}
"""No database keeps them: refused wherever JSON or a socket brings them."""

EMPTY = {
    "nothing": "",
    "only spaces": "   \u3000\u00a0  ",
    "only zero-width": "\u200b\u200d\ufeff\u2060",
    "only line breaks": "\n\r\n\u2028",
}

TOO_LONG = {
    "letters": "x" * 100_000,
    "line breaks": "a" + "\n" * 100_000 + "b",
    "many links": "[a](http://x.example) " * 5_000,
}
"""More than any field takes, and enough to be slow where something is not linear."""

ODD = {
    "hidden characters": "\u202eevil\u202c tr\u200bee \u2066more\u2028two\ufeff\x07\x1b[31m\ufdd0",
    "line ends": "Subject\r\nBcc: everybody@example.org",
    "a huge number": "9" * 400,
    "a template": "{{ 7|add:7 }}{% now 'Y' %}%(name)s{0}${7} %s %d %% %00 NaN",
    "an address": "https://evil.example/?q=1",
    "SQL": "'; DROP TABLE people_person; -- \\",
}

XSS = {
    "elements": "</title></textarea></script><svg/onload=alert(1)><script>alert(1)</script>",
    "attributes": "\"' autofocus onfocus=alert(1) style='position:fixed' x=`",
    "links": "[a](javascript:alert(1)) [b](data:text/html,x) ![c](//evil.example/c.png)",
}
