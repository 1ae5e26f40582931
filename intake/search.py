"""Search with the same answers on both databases.

A model that can be found has a text column, `search_text`, holding `searchable(title, body, …)`:
folded words with one space between them, a bar after those of the title. All cutting and folding is done here in Python, so the
databases only compare words. SQLite keeps an FTS5 table beside it, PostgreSQL a GIN index over it.

A migration that lets SQLite rebuild the table (most `AlterField`s do) drops the triggers with the
old table: give it a `CreateSearchIndex` of its own afterwards.
"""

from django.db import models
from django.db.migrations.operations.base import Operation
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import Lookup

from intake.folding import words

MOST_WORDS = 8  # of a query; the rest of a pasted page says nothing more
LONGEST_QUERY = 1000
TITLE_ENDS = "|"  # no word holds it


def searchable(*texts):
    """What to store in `search_text` so that these texts are found by each of their words.

    Of several texts the first is the title: a bar ends it, so that `title_first` knows its words.
    """
    title, rest = words(texts[0]), [word for text in texts[1:] for word in words(text)]
    once = dict.fromkeys([*title, *([TITLE_ENDS] if texts[1:] else []), *rest])
    return " ".join(once)


def matching(queryset, query, *, column="search_text"):
    """Those rows in which every word of `query` begins some word. A query without words finds none.

    The order is the caller's: neither database's idea of relevance is used.
    """
    query = query[:LONGEST_QUERY]
    if not words(query):
        return queryset.none()
    return queryset.filter(**{f"{column}__has_words": query})


def title_first(queryset, query):
    """Annotates `titled`: 1 where every word of the query begins a word of the title, else 0."""
    asked = words(query[:LONGEST_QUERY])[:MOST_WORDS]
    if not asked:
        return queryset.annotate(titled=Value(0))
    text = Concat(Value(" "), F("search_text"), output_field=models.TextField())
    places = {f"_at{n}": StrIndex(text, Value(f" {word}")) for n, word in enumerate(asked)}
    in_title = Q()
    for place in places:
        in_title &= Q(**{f"{place}__gt": 0, f"{place}__lte": F("_title_ends")})
    return queryset.alias(
        _title_ends=StrIndex(F("search_text"), Value(TITLE_ENDS)), **places
    ).annotate(titled=Case(When(in_title, then=Value(1)), default=Value(0)))


@models.TextField.register_lookup
class HasWords(Lookup):
    """`search_text__has_words="shade squ"`: every word begins a word of the column."""

    lookup_name = "has_words"

    def get_prep_lookup(self):
        return words(self.rhs)[:MOST_WORDS]

    def as_sqlite(self, compiler, connection):
        table, alias = self.lhs.target.model._meta.db_table, self.lhs.alias
        name, key = (connection.ops.quote_name(n) for n in (_index_name(table), _key(self.lhs)))
        alias = connection.ops.quote_name(alias)
        # Words hold letters and digits only, so quoting them is enough; the value is bound anyway.
        query = " AND ".join(f'"{word}" *' for word in self.rhs) or '""'
        found = f"SELECT rowid FROM {name} WHERE {name} MATCH %s"  # noqa: S608 - names are ours
        return f"{alias}.{key} IN ({found})", [query]

    def as_postgresql(self, compiler, connection):
        column, params = self.process_lhs(compiler, connection)
        query = " & ".join(f"'{word}':*" for word in self.rhs)
        return f"{_vector(column)} @@ %s::tsquery", [*params, query]


class CreateSearchIndex(Operation):
    """Index `column` of `table` for `matching`, and keep the index true by itself."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table, column="search_text"):
        self.table = table
        self.column = column

    def state_forwards(self, app_label, state):
        pass

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self._statements(schema_editor, _FORWARDS):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for statement in self._statements(schema_editor, _BACKWARDS):
            schema_editor.execute(statement)

    def describe(self):
        return f"Index {self.table}.{self.column} for search"

    def _statements(self, schema_editor, plans):
        connection = schema_editor.connection
        quote = connection.ops.quote_name
        names = {
            "table": quote(self.table),
            "column": quote(self.column),
            "index": quote(_index_name(self.table)),
            "vector": _vector(quote(self.column)),
            **{f"after_{act}": quote(f"{self.table}_search_{act}") for act in _ACTS},
        }
        return [statement.format(**names) for statement in plans[connection.vendor]]


def _index_name(table):
    return f"{table}_search"


def _key(column):
    return column.target.model._meta.pk.column


def _vector(column):
    # Not to_tsvector: its own idea of a word depends on the server's locale.
    return f"array_to_tsvector(array_remove(string_to_array({column}, ' '), ''))"


_ACTS = ("insert", "delete", "update")
_FORGET = (
    "INSERT INTO {index} ({index}, rowid, {column}) VALUES ('delete', old.rowid, old.{column});"
)
_LEARN = "INSERT INTO {index} (rowid, {column}) VALUES (new.rowid, new.{column});"

_FORWARDS = {
    "sqlite": [
        # The plain tokenizer cuts at ASCII punctuation only: our words stay whole in any script.
        "CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5("
        "{column}, content={table}, content_rowid=rowid, tokenize=ascii, detail=none,"
        " prefix='2 3')",
        "CREATE TRIGGER IF NOT EXISTS {after_insert} AFTER INSERT ON {table}"
        f" BEGIN {_LEARN} END",
        "CREATE TRIGGER IF NOT EXISTS {after_delete} AFTER DELETE ON {table}"
        f" BEGIN {_FORGET} END",
        "CREATE TRIGGER IF NOT EXISTS {after_update} AFTER UPDATE OF {column} ON {table}"
        f" WHEN old.{{column}} IS NOT new.{{column}} BEGIN {_FORGET} {_LEARN} END",
        "INSERT INTO {index} ({index}) VALUES ('rebuild')",
    ],
    "postgresql": ["CREATE INDEX IF NOT EXISTS {index} ON {table} USING gin ({vector})"],
}
_BACKWARDS = {
    "sqlite": [
        *(f"DROP TRIGGER IF EXISTS {{after_{act}}}" for act in _ACTS),
        "DROP TABLE IF EXISTS {index}",
    ],
    "postgresql": ["DROP INDEX IF EXISTS {index}"],
}
