"""The command line: options, one call, one rendering a command. Data goes to stdout, talk to stderr."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from demarche.cli.app import run

    run()
