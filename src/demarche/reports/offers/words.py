"""Words of offering: what is held out, what is given, what two sides agree on."""

from __future__ import annotations

from demarche.mentions.quotes_verbs import words

#: what is said to be proposed or agreed when it is only a contact: that is coded as the contact
CONTACTS = frozenset(
    words(
        """
        meet meeting meetings summit talk talks speak call calls conversation visit visits dialogue round session
        conference touch contact contacts consultations negotiations dinner lunch date dates timing videoconference
        communication schedule reconvene see travel host receive invitation invite trip gathering format agenda venue
        videocall briefing channel
        """
    )
)
#: what is offered as courtesy
COURTESIES = frozenset(
    words(
        """
        condolences condolence congratulations sympathy sympathies thanks apology apologies prayers greetings wishes
        respect respects remarks comment comments details explanation view views insight opinion criticism praise
        thoughts update overview assessment reward rewards gratitude appreciation advice no little support glimpse
        """
    )
)
#: verbs that give something to another side
GIVING = frozenset(
    words(
        """
        support provide help assist send deliver supply fund finance donate grant contribute train protect defend give
        lend transfer equip rebuild restore open remove lift release present join invest build
        share facilitate allocate review deter back accelerate mediate secure guarantee simplify
        launch establish deploy begin hand sell buy purchase free exchange swap waive pay reopen restart resume let
        """
    )
)
#: what aid is made of
AID_NOUNS = frozenset(
    words(
        """
        aid assistance package packages weapons arms ammunition equipment vaccine vaccines doses medicine medicines
        food grain supplies funding funds fund loan loans credit money million billion euros dollars tents shelter
        generators systems vehicles tanks missiles relief care grant grants program programme budget lend-lease
        ambulances helicopters turbines fuel gas boats boat ships frigates jets aircraft radars rifles shells drones
        batteries howitzers tonnes tons tranche rice wheat loan lorries trucks battery tank generator hospital hospitals
        """
    )
)
#: what is signed or reached
PACTS = frozenset(
    words(
        """
        agreement agreements deal treaty memorandum memoranda memorandums protocol protocols accord accords arrangement
        package pact documents document convention understanding truce ceasefire cease-fire armistice
        compromise settlement programme program plan roadmap declaration
        """
    )
)
REACHING = frozenset(
    words(
        "reach conclude strike clinch finalize finalise seal broker secure announce adopt approve ratify initial ink"
        " settle hammer forge wrap"
    )
)
PROPOSING = frozenset(words("propose offer suggest float"))
PROMISING = frozenset(words("pledge promise vow guarantee undertake"))
COMMITTED = frozenset(
    words(
        """
        provide providing deliver delivering continue continuing help helping send sending cooperation assist assisting
        trilateral invest investing join joining fund funding train training negotiate develop
        """
    )
)
#: "agreed on the need", "agreed that": a shared view, no agreement
VIEWS = frozenset(words("need importance that necessity view value urgency significance assessment with principle"))
EASED = frozenset(
    words("sanctions tariffs tariff duty duties embargo ban restrictions curbs quota quotas blockade visas"
          " levy prisoners"
          " hostages detainees troops ambassador forces")
)  # fmt: skip
