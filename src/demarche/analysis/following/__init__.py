"""Does contact follow pressure? The ledger's rows as a daily series, and the randomisation test on it.

    answer = follows(ledger, by="Trump", against="Russia", period="2025", states=True)
    for window in answer.windows:
        window.sentence, window.estimate, window.interval, window.p, window.p_corrected, window.notes
    answer.found.sentences        # what moves when a source is dropped

"Follows" is about days: nothing here says why.
"""

from demarche.analysis.following.asking import FollowsAnswer, follows

__all__ = ["FollowsAnswer", "follows"]
