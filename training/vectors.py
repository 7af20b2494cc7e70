"""Train small word vectors on the stream: the start values of the word table."""

from __future__ import annotations

import argparse
from pathlib import Path

import floret  # type: ignore[import-not-found, import-untyped, unused-ignore]
import numpy as np

WIDTH = 128


def main() -> None:
    """Write ``words.txt`` (most frequent first) and ``vectors.npy``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=24_000)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    model = floret.train_unsupervised(
        str(args.out / "normal.txt"),
        model="skipgram",
        dim=WIDTH,
        ws=3,
        minn=0,
        maxn=0,
        bucket=1,
        minCount=4,
        epoch=3,
        neg=5,
        lr=0.05,
        thread=args.threads,
        verbose=0,
    )
    words = [word for word in model.get_words() if word != "</s>"][: args.words]
    table = np.stack([model.get_word_vector(word) for word in words]).astype(np.float32)
    (args.out / "words.txt").write_text("\n".join(words), encoding="utf-8")
    np.save(args.out / "vectors.npy", table)
    print(f"{len(words)} words; rarest kept: {words[-3:]}; lengths {np.linalg.norm(table, axis=1).mean():.2f}")


if __name__ == "__main__":
    main()
