"""Cost by number of documents: time a document after 1,000, 10,000 and 100,000 short ones, and memory on the way.

    python -m benchmarks.linear [N]

The documents are made up, some 60 words each, every one different, with names that occur nowhere else. Other work on
the machine changes what a second of processor time is worth, so a yardstick (the same eight documents, read again and
again by the bare pipeline) is timed in between: the last column is the time a document in units of the yardstick.
"""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from benchmarks.reading import bare, timed, whole
from benchmarks.whole_set import memory

from demarche.model import Document

STEP = 250
STAGES = (1_000, 10_000, 100_000)
STATES = (
    "Finland", "France", "Japan", "Kenya", "Brazil", "Turkey", "Poland", "India", "Egypt", "Norway", "Chile", "Canada",
)  # fmt: skip
OFFICES = ("president", "prime minister", "foreign minister", "defence minister", "special envoy")
FIRST = ("Anna", "Mikko", "Pierre", "Yuki", "Wanjiru", "Paulo", "Elif", "Ravi", "Nadia", "Ingrid", "Pablo", "Claire")
SYLLABLES = ("ka", "lo", "mir", "ten", "su", "val", "do", "ri", "hem", "bas", "qu", "os", "fen", "ja", "wil", "ort")
TOPICS = ("trade", "border security", "grain exports", "energy", "the peace process", "visas", "fishing rights")
CONTACTS = (
    "spoke by phone with {other}",
    "met {other} in {place}",
    "held talks with {other}",
    "will travel to {place} to meet {other}",
    "received {other} in {place}",
)
OTHERS = (
    "The two sides discussed {topic} and {second}, and the conversation lasted {number} minutes.",
    "“We expect an answer by {day} {month},” {name} told reporters after the meeting, which was the {nth} this year.",
    "{name} said that {state} would impose tariffs on {topic} unless the dispute over {second} was settled by {month}.",
    "Officials in {place} declined to comment on {topic}, but noted that {number} companies had asked for an inquiry.",
    "The delegation of {number} people also visited the port of {place}, where work on {second} began last {month}.",
    "{name} offered {number} million euros for {topic}, and promised to send experts to {state} before the summer.",
)
MONTHS = ("January", "March", "May", "July", "September", "November")
ORDER = ("first", "second", "third", "fourth", "fifth")


def document(number: int) -> Document:
    """The document of this number: the same one every time."""
    chance = random.Random(number)

    def surname() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(3, 5))).capitalize()

    state, other = chance.sample(STATES, 2)
    name = f"{chance.choice(FIRST)} {surname()}"
    guest = f"the {chance.choice(OFFICES)} of {other}, {chance.choice(FIRST)} {surname()},"
    words = {
        "name": name,
        "state": state,
        "other": guest,
        "place": surname(),
        "topic": chance.choice(TOPICS),
        "second": chance.choice(TOPICS),
        "number": str(chance.randint(11, 95)),
        "day": str(chance.randint(1, 28)),
        "month": chance.choice(MONTHS),
        "nth": chance.choice(ORDER),
    }
    office = chance.choice(OFFICES)
    lead = f"The {office} of {{state}}, {{name}}, {chance.choice(CONTACTS)} on {{day}} {{month}} 2025."
    text = " ".join([lead, *chance.sample(OTHERS, 2)]).format(**words)
    return Document(f"made-{number}", text)


@dataclass(slots=True)
class Sums:
    """What was read since the beginning."""

    documents: int = 0
    words: int = 0
    reports: int = 0
    seconds: float = 0.0
    yardstick: float = 0.0


def reading(number: int) -> Iterator[Sums]:
    """Read so many documents; the sums after every step."""
    sums = Sums()
    measure = [document(-n) for n in range(1, 9)]
    for start in range(0, number, STEP):
        documents = [document(n) for n in range(start, min(start + STEP, number))]
        seconds, reports = timed(partial(whole, documents))
        sums.documents += len(documents)
        sums.words += sum(len(d.text.split()) for d in documents)
        sums.reports += reports
        sums.seconds += seconds
        sums.yardstick += timed(partial(bare, measure))[0]
        yield sums


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("number", nargs="?", type=int, default=STAGES[-1])
    options = parser.parse_args()
    warm = [document(-n) for n in range(1, 99)]
    whole(warm)
    bare(warm)
    print("documents     words   reports   ms/document   in use    peak   in yardsticks")
    for sums in reading(options.number):
        if sums.documents in STAGES or sums.documents == options.number:
            each = sums.seconds / sums.documents
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            yard = each / (sums.yardstick * STEP / sums.documents)
            counts = f"{sums.documents:9,} {sums.words:9,} {sums.reports:9,} {1000 * each:13.2f}"
            print(f"{counts} {memory():5.0f} MB {peak:5.0f} MB {yard:15.3f}", flush=True)


if __name__ == "__main__":
    main()
