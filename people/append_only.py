"""Rows that the database itself refuses to change: written once, and then there."""

from django.db.migrations.operations.base import Operation

PERSON, FACTS = "person_id", "facts"
"""What may still be emptied when an account is deleted: who did it, and `person` in the facts."""


class AppendOnly(Operation):
    """A migration step: triggers under a table that raise on UPDATE, DELETE and TRUNCATE."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, table: str):
        self.table = table

    def state_forwards(self, app_label, state):
        """Nothing that models know of changes."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        connection = schema_editor.connection
        with connection.cursor() as cursor:
            columns = [
                column.name
                for column in connection.introspection.get_table_description(cursor, self.table)
            ]
        for statement in statements(connection.vendor, self.table, columns):
            schema_editor.execute(statement)

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        for statement in undone(schema_editor.connection.vendor, self.table):
            schema_editor.execute(statement)

    def describe(self):
        return f"Refuse every change to rows of {self.table}"


def statements(vendor: str, table: str, columns: list[str]) -> list[str]:
    """The triggers of an append-only table that names a person and keeps facts as JSON."""
    others = [column for column in columns if column not in (PERSON, FACTS)]
    if vendor == "sqlite":
        forgotten = f"json_set(OLD.{FACTS}, '$.person', NULL)"
        changed = " OR ".join(
            [
                *(f'NEW."{column}" IS NOT OLD."{column}"' for column in others),
                f"(NEW.{PERSON} IS NOT NULL AND NEW.{PERSON} IS NOT OLD.{PERSON})",
                f"(NEW.{FACTS} IS NOT OLD.{FACTS} AND json(NEW.{FACTS}) IS NOT {forgotten})",
            ]
        )
        refusal = f"SELECT RAISE(ABORT, '{table} is append-only');"
        return [
            f'CREATE TRIGGER "{table}_kept" BEFORE DELETE ON "{table}" BEGIN {refusal} END',
            f'CREATE TRIGGER "{table}_unchanged" BEFORE UPDATE ON "{table}" '
            f"WHEN {changed} BEGIN {refusal} END",
        ]
    forgotten = f"jsonb_set(OLD.{FACTS}, '{{person}}', 'null')"
    changed = " OR ".join(
        [
            *(f'NEW."{column}" IS DISTINCT FROM OLD."{column}"' for column in others),
            f"(NEW.{PERSON} IS NOT NULL AND NEW.{PERSON} IS DISTINCT FROM OLD.{PERSON})",
            f"(NEW.{FACTS} <> OLD.{FACTS} AND NEW.{FACTS} <> {forgotten})",
        ]
    )
    return [
        f'CREATE FUNCTION "{table}_refuse"() RETURNS trigger LANGUAGE plpgsql AS '
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f'CREATE TRIGGER "{table}_kept" BEFORE DELETE ON "{table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{table}_refuse"()',
        f'CREATE TRIGGER "{table}_unchanged" BEFORE UPDATE ON "{table}" FOR EACH ROW '
        f'WHEN ({changed}) EXECUTE FUNCTION "{table}_refuse"()',
        f'CREATE TRIGGER "{table}_whole" BEFORE TRUNCATE ON "{table}" '
        f'FOR EACH STATEMENT EXECUTE FUNCTION "{table}_refuse"()',
    ]


def undone(vendor: str, table: str) -> list[str]:
    if vendor == "sqlite":
        return [f'DROP TRIGGER "{table}_kept"', f'DROP TRIGGER "{table}_unchanged"']
    return [
        *(f'DROP TRIGGER "{table}_{name}" ON "{table}"' for name in ("kept", "unchanged", "whole")),
        f'DROP FUNCTION "{table}_refuse"()',
    ]
