"""Whatever needs a role leaves a row in the audit trail: asked of every action there is."""

import ast
from pathlib import Path

from django.conf import settings

from frontend.pages.audit.words import ACTS

APPS = ("people", "consultations", "proposals", "voting", "discussions")

EVERYBODYS = {
    "change_person": "one's own name and language",
    "mark_notice_read": "one's own notice",
    "mark_notices_read": "one's own notices",
    "save_draft": "one's own unsent words",
    "forget_draft": "one's own unsent words",
    "keep_clean": "one's own picture, on no proposal yet",
    "submit_proposal": "anybody may propose",
    "publish_version": "authors change their own proposal",
    "withdraw_proposal": "authors withdraw their own proposal",
    "give_support": "anybody may support",
    "take_support_back": "one's own support",
    "cast_ballot": "anybody may vote; a row here would break the secret",
    "withdraw_ballot": "one's own ballot; a row here would break the secret",
    "post_point": "anybody may speak",
    "correct_point": "one's own words, for ten minutes",
    "delete_point": "one's own words, for ten minutes",
    "withdraw_point": "one's own words, visibly",
    "react": "anybody may react",
    "take_back": "one's own reaction",
    "report_item": "anybody may report",
    "end_session": "one's own sign-ins",
    "end_other_sessions": "one's own sign-ins",
    "save_answer_draft": "nothing is said yet: publishing it is audited",
    "claim_item": "says who is on what for half an hour; the decision is audited",
    "release_item": "lets go of a claim; nothing is decided",
}
"""Acts that leave no row, each with its reason."""


def modules() -> list[tuple[str, ast.Module]]:
    root = Path(settings.BASE_DIR)
    files = [
        file
        for app in APPS
        for file in [*root.glob(f"{app}/actions.py"), *root.glob(f"{app}/actions/*.py")]
    ]
    assert len(files) > 15
    return [(str(file.relative_to(root)), ast.parse(file.read_text())) for file in files]


def functions() -> dict[str, dict[str, ast.FunctionDef]]:
    return {
        name: {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for name, tree in modules()
    }


def names_called(node: ast.AST) -> set[str]:
    calls = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
    return {call.id for call in calls if isinstance(call, ast.Name)}


def audits(name: str, here: dict[str, ast.FunctionDef], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function calls `audit`, or another of its module that does."""
    called = names_called(here[name])
    return "audit" in called or any(
        audits(other, here, seen | {name})
        for other in called
        if other in here and other not in seen | {name}
    )


def somebodys_acts() -> list[tuple[str, str, dict[str, ast.FunctionDef]]]:
    """Public functions that take who acts, by keyword, and change something."""
    return [
        (module, name, here)
        for module, here in functions().items()
        for name, node in here.items()
        if {arg.arg for arg in node.args.kwonlyargs} & {"person", "by"} and atomic(node)
    ]


def atomic(node: ast.FunctionDef) -> bool:
    return any("atomic" in ast.unparse(one) for one in ast.walk(node))


def test_every_act_leaves_a_row_or_is_listed_with_its_reason():
    acts = somebodys_acts()
    assert len(acts) > 20
    silent = [
        f"{module}: {name}"
        for module, name, here in acts
        if name not in EVERYBODYS and not audits(name, here)
    ]
    assert not silent, f"Audit these, or list them with a reason: {silent}"


def test_no_act_is_excused_that_leaves_a_row():
    twice = [
        name
        for _module, name, here in somebodys_acts()
        if name in EVERYBODYS and audits(name, here)
    ]
    assert not twice


def test_every_act_in_the_code_has_words_on_the_screen():
    """Acts made up from parts (`item.…`) are covered by the words of their kinds."""
    root = Path(settings.BASE_DIR)
    files = [file for app in (*APPS, "frontend", "config") for file in root.glob(f"{app}/**/*.py")]
    unnamed = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "audit":
                act = node.args[1] if len(node.args) > 1 else None
                if isinstance(act, ast.Constant) and act.value not in ACTS:
                    unnamed.add(act.value)
    assert not unnamed


def test_nothing_is_excused_that_is_no_act():
    assert set(EVERYBODYS) <= {name for _module, name, _here in somebodys_acts()}
