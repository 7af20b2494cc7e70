"""The invented people who hold real offices in the linking set."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
RANKS = ("head", "minister", "deputy", "defence", "envoy")
_OFFICES = {
    "minister": "Foreign Minister",
    "deputy": "Deputy Foreign Minister",
    "defence": "Defence Minister",
    "envoy": "Special Envoy",
}


@dataclass(frozen=True, slots=True)
class State:
    """A real state."""

    name: str
    adjective: str
    capital: str


@dataclass(frozen=True, slots=True)
class Person:
    """An invented person in an office of a real state."""

    name: str
    state: State
    rank: str
    office: str
    woman: bool

    @property
    def publisher(self) -> str:
        """Whose readouts tell of this person's contacts."""
        if self.rank == "head":
            return f"Office of the {self.office} of {self.state.name}"
        return f"Ministry of {'Defence' if self.rank == 'defence' else 'Foreign Affairs'} of {self.state.name}"

    def form(self, wanted: str) -> str:
        """The person as a telling wants to write it."""
        state = self.state
        forms = {
            "name": self.name,
            "last": self.name.split()[-1],
            "oname": f"{state.adjective} {self.office} {self.name}",
            "ofname": f"{self.office} of {state.name} {self.name}",
            "office": self.office,
            "off": self.office.lower(),
            "his": "her" if self.woman else "his",
            "he": "she" if self.woman else "he",
            "state": state.name,
            "adj": state.adjective,
            "capital": state.capital,
        }
        return forms[wanted]


def cast() -> dict[str, dict[str, Person]]:
    """State -> rank -> person."""
    people: dict[str, dict[str, Person]] = {}
    for line in (HERE / "cast.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, adjective, capital, office, *holders = line.split("\t")
            state = State(name, adjective, capital)
            offices = {"head": office} | _OFFICES
            people[name] = {
                rank: Person(holder.rstrip("*"), state, rank, offices[rank], holder.endswith("*"))
                for rank, holder in zip(RANKS, holders, strict=True)
            }
    return people
