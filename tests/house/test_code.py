"""How the code itself is built: sizes, names, imports, and what is not done in this house."""

from __future__ import annotations

import ast
from pathlib import PurePath

import pytest

from tests.house.source import called, modules

LONGEST_FILE, LONGEST_FUNCTION = 500, 60
# Lists of sentences: no logic to lose one's way in.
LONGEST_LIST_OF_TEXTS = 800
NO_NAMES = {
    "utils.py",
    "helpers.py",
    "manager.py",
    "managers.py",
    "base.py",
    "common.py",
    "signals.py",
}
# The command line answers before Django is set up, and says in words when it cannot be.
IMPORTS_LATE = ("registan/cli/",)
# A worker lives on after a job whose code fails, whatever it raises, and writes the failure down;
# a process that computes sends back whatever a function raises, to be raised where it was asked for.
CATCHES_ALL = {"registan/jobs/worker.py", "registan/jobs/hand.py"}
# Django tells of a new connection in no other way; the write guard must be on every one.
LISTENS = {"registan/ledger/apps.py"}


def functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def length(node: ast.FunctionDef) -> int:
    doc = ast.get_docstring(node, clean=False)
    return (node.end_lineno or 0) - node.lineno + 1 - (doc.count("\n") + 1 if doc else 0)


def test_no_file_swallows_the_project() -> None:
    long = {
        where: lines
        for where, tree in modules().items()
        if (lines := max((getattr(node, "end_lineno", 0) or 0 for node in tree.body), default=0))
        > (LONGEST_LIST_OF_TEXTS if PurePath(where).name.startswith("texts") else LONGEST_FILE)
    }
    assert long == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{where} {node.name}": length(node)
        for where, tree in modules().items()
        for node in functions(tree)
        if length(node) > LONGEST_FUNCTION
    }
    assert long == {}


def test_functions_are_small_as_a_rule() -> None:
    sizes = sorted(length(node) for tree in modules().values() for node in functions(tree))
    assert sizes[len(sizes) // 2] <= 8
    assert sizes[len(sizes) * 95 // 100] <= 40


def test_files_are_named_after_what_they_hold() -> None:
    assert [where for where in modules() if PurePath(where).name in NO_NAMES] == []


def test_imports_stand_at_the_top_of_a_file() -> None:
    """`ready()` of an app may import late: only then are the models there."""
    late = {
        f"{where} {function.name}"
        for where, tree in modules().items()
        if not where.startswith(IMPORTS_LATE)
        for function in functions(tree)
        if function.name != "ready"
        and any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    }
    assert late == set()


def test_nothing_is_plumbed_by_signals() -> None:
    listening = {
        where
        for where, tree in modules().items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and "signals" in (node.module or ""))
        or called(node) == "receiver"
    }
    assert listening == LISTENS


def test_no_model_overrides_save_or_delete() -> None:
    overriding = {
        f"{where} {node.name}.{inner.name}"
        for where, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for inner in node.body
        if isinstance(inner, ast.FunctionDef) and inner.name in {"save", "delete", "full_clean"}
    }
    assert overriding == set()


def test_no_relation_is_generic() -> None:
    assert {
        where
        for where, tree in modules().items()
        for node in ast.walk(tree)
        if called(node) in {"GenericForeignKey", "GenericRelation"}
    } == set()


def test_nothing_catches_every_exception() -> None:
    catching = {
        where
        for where, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    }
    assert catching <= CATCHES_ALL


@pytest.mark.parametrize("name", ["print", "breakpoint", "eval", "exec"])
def test_nothing_is_printed_or_evaluated_outside_the_command_line(name: str) -> None:
    assert [
        where
        for where, tree in modules().items()
        if not where.startswith("registan/cli/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name
    ] == []


def test_every_file_and_public_act_says_what_it_is() -> None:
    silent = [
        where
        for where, tree in modules().items()
        if tree.body and ast.get_docstring(tree) is None and PurePath(where).name != "apps.py"
    ]
    assert silent == []
    undescribed = [
        f"{where} {node.name}"
        for where, tree in modules().items()
        for node in functions(tree)
        if any(called(each) == "act" for each in node.decorator_list)
        and not ast.get_docstring(node)
    ]
    assert undescribed == []
