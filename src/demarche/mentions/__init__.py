"""One finder a file. Each takes the document and its annotated text and returns its mentions, sorted."""

from __future__ import annotations

from spacy.tokens import Doc

from demarche.actors import Authority
from demarche.mentions.actors import find_actors, find_title_actors
from demarche.mentions.actors.publisher import publisher_of
from demarche.mentions.dates import find_dates
from demarche.mentions.durations import find_durations
from demarche.mentions.places import find_places
from demarche.mentions.quotes import find_quotations
from demarche.mentions.reading import Reading
from demarche.model import Document

__all__ = ["Reading", "find_mentions"]


def find_mentions(document: Document, doc: Doc, authority: Authority) -> Reading:
    """Run every finder over one annotated text."""
    quotations = tuple(find_quotations(document, doc))
    title_actors = tuple(find_title_actors(document, authority, doc))
    actors = tuple(find_actors(document, doc, authority, quotations, title_actors))
    publisher = publisher_of(document.publisher, document.date, authority)
    state = authority.states.get(publisher.place) if publisher.place else None
    return Reading(
        document=document,
        doc=doc,
        actors=actors,
        title_actors=title_actors,
        places=tuple(find_places(document, doc, authority)),
        dates=tuple(find_dates(document, doc)),
        durations=tuple(find_durations(document, doc)),
        quotations=quotations,
        sentences=tuple(doc.sents),
        publisher_side=state.name if state else None,
        publisher_holder=publisher.holder.name if publisher.holder else None,
        _actor_of_token={t: m for m in actors for t in range(m.start_token, m.end_token)},
    )
