"""Where reading spends its time: a profile sampled by processor time, as shares of stages and of functions.

    python -m benchmarks.profile [N] [--data FILE] [--most M]

Every few milliseconds of processor time the stack is looked at; a builder of reports gets what it calls, elsewhere the
innermost of our functions gets the sample. A tracing profiler would double the time of short functions. A sample that
falls into numpy or spaCy is taken when that returns, so a product may be put down to the line that follows it.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from benchmarks.reading import WHITE_HOUSE, bare, sample, whole

from demarche.model import Document

EVERY = 0.004
ROOT = "/demarche/"
STAGES = (
    ("language/lstm.py", "network: LSTM layers"),
    ("language/network.py:_trees", "network: heads (biaffine, trees)"),
    ("language/trees.py", "network: heads (biaffine, trees)"),
    ("language/network.py:_relations", "network: relations (biaffine)"),
    ("language/network.py:_names", "network: names (CRF)"),
    ("language/names.py", "network: names (CRF)"),
    ("language/network.py:_tags", "network: tags, lemmas, sentence starts"),
    ("language/network.py:_inputs", "network: word vectors"),
    ("language/features.py", "network: word vectors"),
    ("language/network.py", "network: the rest"),
    ("language/reader.py", "annotations into spaCy's containers"),
    ("language/lemmas.py", "annotations into spaCy's containers"),
    ("language/", "words (tokenizer), paragraphs, joining"),
    ("mentions/actors", "mentions: actors"),
    ("mentions/dates", "mentions: dates"),
    ("mentions/", "mentions: places, lengths, quotations, index"),
    ("reports/contacts", "reports: contacts"),
    ("reports/statements", "reports: statements"),
    ("reports/pressures", "reports: pressures"),
    ("reports/offers", "reports: offers"),
    ("reports/acts", "reports: acts"),
    ("reports/forecasts", "reports: forecasts"),
    ("reports/claims", "reports: claims"),
)
OTHER = "everything else"


@dataclass(slots=True)
class Samples:
    """Samples by stage and by function; a function counts once a sample, however deep it recurses."""

    stages: Counter[str] = field(default_factory=Counter)
    own: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)

    def take(self, _: int, frame: FrameType | None) -> None:
        """Look at the stack."""
        names = list(_names(frame))
        self.stages[_stage(names)] += 1
        self.own[names[0] if names else OTHER] += 1
        self.within.update(set(names))


def _names(frame: FrameType | None) -> Iterator[str]:
    """Our functions on the stack, the innermost first, as ``folder/file.py:function``."""
    while frame is not None:
        file = frame.f_code.co_filename
        if ROOT in file:
            yield f"{file.rpartition(ROOT)[2]}:{frame.f_code.co_name}"
        frame = frame.f_back


def _stage(names: list[str]) -> str:
    """A builder of reports owns what it calls; everywhere else the innermost function decides."""
    for name in reversed(names) if any(name.startswith("reports/") for name in names) else names:
        for start, stage in STAGES:
            if name.startswith(start):
                return stage
    return OTHER


@contextmanager
def sampling() -> Iterator[Samples]:
    """Sample this process while the block runs."""
    samples = Samples()
    before = signal.signal(signal.SIGPROF, samples.take)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    try:
        yield samples
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def table(title: str, counts: Counter[str], total: int, seconds: float, most: int) -> None:
    """Print the shares, the largest first."""
    print(f"\n{title}")
    for name, number in counts.most_common(most):
        print(f"  {100 * number / total:5.1f} %  {seconds * number / total:7.2f} s  {name}")


def run(documents: list[Document], most: int) -> None:
    """Read under the sampler and print."""
    start = time.process_time()
    with sampling() as samples:
        whole(documents)
    seconds = time.process_time() - start
    words = sum(len(d.text.split()) for d in documents)
    total = sum(samples.stages.values())
    print(f"{len(documents)} documents, {words:,} words: {seconds:.1f} s of processor time, {total:,} samples")
    table("stages", samples.stages, total, seconds, len(STAGES))
    if most:
        table("functions, without what they call", samples.own, total, seconds, most)
        table("functions, with what they call", samples.within, total, seconds, most)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("number", nargs="?", type=int, default=40)
    parser.add_argument("--data", type=Path, default=WHITE_HOUSE)
    parser.add_argument("--most", type=int, default=0, metavar="M", help="also print the M costliest functions")
    options = parser.parse_args()
    if not options.data.exists():
        sys.exit(f"{options.data} is not there; name a file of documents with --data")
    documents = sample(options.data, options.number)
    bare(documents[:5])
    whole(documents[:5])
    run(documents, options.most)


if __name__ == "__main__":
    main()
