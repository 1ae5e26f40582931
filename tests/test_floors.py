"""Habits that import-linter cannot see: what is imported where, and no signals as glue."""

import ast
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
APPS = [
    *("frontend", "voting", "discussions", "proposals"),
    *("consultations", "people", "live", "intake"),
]
MODULES = [path for app in APPS for path in sorted((HERE / app).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HERE)))
def test_imports_stand_at_the_top_or_say_why_not(path):
    """Only `ready()` may import late: models do not exist before it. Others give their reason."""
    if path.name == "apps.py":
        return
    source = path.read_text()
    lines = source.splitlines()
    inside = [
        f"{path.name}:{node.lineno}"
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and "  # " not in lines[node.lineno - 1]
    ]
    assert inside == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HERE)))
def test_no_part_listens_to_rows_of_another(path):
    imported = {
        node.module
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom)
    }
    assert "django.db.models.signals" not in imported
