"""Words of foretelling: verbs, phrases of odds, those who make a living by it."""

from __future__ import annotations

from demarche.mentions.quotes_verbs import words

#: verbs that foretell by themselves
EXPECTING = frozenset(words("expect predict forecast project reckon foresee anticipate bet prophesy envisage"))
#: verbs of saying and thinking: what they say will happen is a forecast when it is not the speaker's own deed
SAYING = frozenset(
    words(
        "say believe think answer estimate claim assert argue insist maintain add note caution tell"
        " conclude suggest estimate"
    )
)
#: adjectives of trust and doubt: "is confident that they will come"
SURE = frozenset(words("confident sure certain convinced optimistic pessimistic doubtful sceptical skeptical adamant"))
#: people who foretell, named or not
FORETELLERS = frozenset(
    words(
        """
        analyst analysts expert experts economist economists observer observers trader traders market markets
        forecaster forecasters commentator commentators pundit pundits strategist strategists researcher researchers
        diplomat diplomats insider insiders bookies envoys investors engineers bankers veterans
        institute think-tank bookmaker bookmakers admiral professor scholar scholars
        """
    )
)
#: probability words, kept as the text has them
ODDS = frozenset(
    words(
        """
        likely unlikely probably possibly perhaps hardly certainly surely may might could almost inevitably soon
        confident doubtful certain expected bound never eventually improbable probable
        """
    )
)
FUTURE = frozenset(words("will wo 'll ’ll would could may might going"))
#: verbs whose future is a contact announced, not a forecast
CONTACT_VERBS = frozenset(
    words("meet visit travel attend arrive host hold speak call talk receive welcome participate discuss join fly lead")
)
CONTACT_NOUNS = frozenset(
    words("summit meeting visit call talks conversation conference trip round arrival delegation")
)
