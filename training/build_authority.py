"""Make the packaged authority facts from the source tables: `python training/build_authority.py [SOURCE] [TARGET]`.

Rows whose source is doubtful are left out: `cia_wl_2019` (attested only, licence unclear) and `own-unconfirmed`.
Heads that the Factbook repeats for dependent territories are left out too, and two ids of one person become one.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

LEFT_OUT = frozenset({"cia_wl_2019", "own-unconfirmed"})
TERRITORIES = frozenset({"PRI", "GUM", "ASM", "VIR", "MNP", "GIB", "FLK", "BMU", "CYM", "VGB", "TCA", "MSR", "AIA"})
REALM_HEADS = frozenset({"king", "queen"})
Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Read one source table."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write(path: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Write the chosen columns, tab-separated, one row a line."""
    with path.open("w", encoding="utf-8", newline="\n") as handle:
        for row in rows:
            handle.write("\t".join(row[column].replace("\t", " ") for column in columns) + "\n")


def kept_terms(offices: Iterable[Row], states: set[str]) -> Iterator[Row]:
    """Yield the terms of office that may be used."""
    for row in offices:
        place = row["state_or_institution_id"]
        foreign_crown = row["office"] in REALM_HEADS and row["person_id"] in {
            "elizabeth-ii",
            "charles-iii",
            "margrethe-ii",
            "frederik-x",
        }
        if (
            row["basis"] in LEFT_OUT
            or place in TERRITORIES
            or (foreign_crown and place not in {"GBR", "DNK"} and place in states)
        ):
            continue
        yield row


def same_people(people: list[Row]) -> dict[str, str]:
    """Map the id of a person to the id of another whose aliases hold the first one's name."""
    names = {row["name"].casefold(): row["id"] for row in people}
    return {
        names[alias.casefold()]: row["id"]
        for row in people
        for alias in row["aliases"].split("|")
        if alias.casefold() in names and names[alias.casefold()] != row["id"]
    }


def main(source: Path, target: Path) -> None:
    """Read the source tables, drop, merge, write."""
    states, people = read(source / "states.csv"), read(source / "people.csv")
    merged = same_people(people)
    terms = [
        {**row, "person_id": merged.get(row["person_id"], row["person_id"])}
        for row in kept_terms(read(source / "offices.csv"), {row["id"] for row in states})
    ]
    unique = {(r["person_id"], r["office"], r["state_or_institution_id"], r["from"]): r for r in terms}
    holders = {row["person_id"] for row in terms}
    write(target / "states.tsv", ("id", "name", "capital", "demonyms", "aliases", "seats"), states)
    write(
        target / "institutions.tsv",
        ("id", "name", "kind", "state", "aliases", "start", "end"),
        read(source / "institutions.csv"),
    )
    write(
        target / "people.tsv",
        ("id", "name", "surname", "aliases", "gender"),
        (row for row in people if row["id"] in holders),
    )
    write(
        target / "offices.tsv",
        ("person_id", "office", "state_or_institution_id", "from", "to", "basis"),
        sorted(unique.values(), key=lambda r: (r["person_id"], r["from"], r["office"])),
    )


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data/authority"),
        Path(sys.argv[2] if len(sys.argv) > 2 else "src/demarche/actors/data"),
    )
