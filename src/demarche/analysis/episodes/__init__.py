"""Episodes: a pressure with the contacts, offers, concessions and friendly words around it, in the order of days.

    told = episodes(ledger, by="Trump", against="Russia", period="2025")
    for one in told.episodes:
        one.life, one.beats, one.sentences

Nothing here says why: days show what came first and what followed.
"""

from demarche.analysis.episodes.asking import Episodes, episodes
from demarche.analysis.episodes.beats import Beat
from demarche.analysis.episodes.episode import Episode

__all__ = ["Beat", "Episode", "Episodes", "episodes"]
