"""The rules as a table in Markdown, for docs/linking.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from demarche.ledger.links.rules import BARS, DOUBTS, RULES, Rule

__all__ = ["tables"]

_NAMES = {
    frozenset({"contact"}): "contacts",
    frozenset({"statement"}): "statements",
    frozenset({"claim"}): "claims",
}


def tables() -> str:
    """Points, bars and doubts, each a table."""
    parts = [
        "| points | when | of |\n|---|---|---|",
        *(f"| {rule.points:+g} | {rule.reason} | {_kinds(rule)} |" for rule in RULES),
        "\nNever one event, whatever the points:\n\n| when | of |\n|---|---|",
        *_plain(BARS),
        "\nNever more than perhaps one event:\n\n| when | of |\n|---|---|",
        *_plain(DOUBTS),
    ]
    return "\n".join(parts)


def _plain(rules: Iterable[Rule]) -> Iterator[str]:
    return (f"| {rule.reason} | {_kinds(rule)} |" for rule in rules)


def _kinds(rule: Rule) -> str:
    if rule.kinds in _NAMES:
        return _NAMES[rule.kinds]
    if "contact" in rule.kinds:
        return "all kinds"
    return "other kinds" if "claim" in rule.kinds else "deeds and statements" if "statement" in rule.kinds else "deeds"
