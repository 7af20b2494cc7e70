"""Words of pressure: what harms, what sanctions are made of, what is demanded in a conflict."""

from __future__ import annotations

from demarche.mentions.quotes_verbs import words

#: verbs that harm the other side by themselves, once they are held out or done
HARM_VERBS = frozenset(
    words(
        """
        impose levy slap sanction tax ban bar block blockade boycott expel deport retaliate invade attack strike bomb
        shell destroy annihilate overthrow seize freeze sever embargo punish penalise penalize withhold confiscate
        blacklist shoot sink occupy annex crush respond target veto
        """
    )
)
#: verbs that harm when their object is something that the other side needs
CUTTING_VERBS = frozenset(
    words(
        """
        close shut cut halt stop suspend end reduce withdraw recall break restrict limit revoke cancel scrap
        send raise increase double hike leave quit pull put place bring take hit curb deny reinstate reimpose escalate
        match turn switch hold deploy seize restore
        """
    )
)
#: verbs that harm as the other half of a condition: "will cross the river if"
WORSE_IF = frozenset(words("cross storm tear double triple treble rise switch turn march answer fight"))
#: things whose loss or coming harms
HARM_NOUNS = frozenset(
    words(
        """
        sanction sanctions tariff tariffs duty duties embargo ban bans blockade levy levies penalty penalties
        counter-tariffs counter-measures countertariffs
        restriction restrictions consequence consequences retaliation countermeasure countermeasures boycott
        response strike strikes invasion attack missile missiles rocket rockets troops force forces cost costs
        pressure price accountable action measures escalation
        """
    )
)
CUT_NOUNS = frozenset(
    words(
        """
        port ports border borders crossing crossings gas oil deliveries supply supplies flow aid payment
        payments subsidy
        subsidies weapon weapons arms trade relations ties embassy consulate ambassador airspace railway road bridge
        strait straits visa visas licence licences license access rights landing flights export exports import imports
        talks negotiations summit mediation treaty pact agreement funding money market markets tap taps water
        electricity power workers ship ships vessel vessels trawler trawlers tanker tankers cooperation
        intelligence grain fish waters canal trains lorries trucks fuel coal steel funds accord accords deal consulates
        credit loans memorandum
        """
    )
)
#: what a sanction is made of
SANCTION_NOUNS = frozenset(
    words(
        """
        sanction sanctions tariff tariffs duty duties embargo embargoes ban bans blockade levy levies countermeasure
        countermeasures counter-tariffs countertariffs counter-sanctions countersanctions counter-measures boycott
        restrictions suspension expulsion closure
        designation designations controls penalties freeze surcharge quota quotas
        """
    )
)
#: verbs that bring a sanction about, with one of the nouns above as object
IMPOSING = frozenset(
    words(
        """
        impose levy slap put place adopt introduce implement approve issue enact apply raise hike double reimpose
        announce tighten expand extend renew widen clap restore reinstate trigger
        """
    )
)
#: verbs that are a sanction by themselves
SANCTIONING = frozenset(words("sanction designate blacklist embargo"))
#: verb -> objects that make it a sanction
DEEDS: dict[str, frozenset[str]] = {
    "expel": frozenset(
        words(
            "ambassador ambassadors diplomat diplomats envoy envoys"
            " attache attaché attachés officer inspectors commissioner"
            " staff journalists citizens agents officials employees consul attachés spies"
        )
    ),
    "recall": frozenset(words("chargé charge ambassador ambassadors envoy envoys diplomat diplomats")),
    "withdraw": frozenset(words("ambassador ambassadors envoy preference preferences")),
    "sever": frozenset(words("ties relations links contacts")),
    "cut": frozenset(
        words(
            "ties relations links gas oil aid supplies"
            " power electricity funding supply deliveries flights funds funding"
        )
    ),
    "break": frozenset(words("ties relations")),
    "ban": frozenset(
        words("import imports export exports entry flights airlines ships goods products broadcasts sale")
    ),
    "bar": frozenset(
        words("ships flights lorries trucks trawlers goods imports exports citizens nationals entry vessels boats")
    ),
    "prohibit": frozenset(words("import imports importation export exports exportation entry sale transactions")),
    "block": frozenset(
        words("loan loans tranche bid accession membership aid sale property assets imports exports accounts")
    ),
    "veto": frozenset(words("opening accession membership bid package loan loans tranche aid sanctions statement")),
    "freeze": frozenset(words("assets accounts reserves funds aid loan loans funding payments")),
    "suspend": frozenset(
        words(
            "import export aid payments flights imports exports deliveries trade licence licences"
            " supplies supply relations ties dialogue negotiations programs programmes"
            " cooperation treaty tranche assistance funding funds loans accord pact visas sharing membership talks"
        )
    ),
    "halt": frozenset(
        words(
            "import export aid payments flights import export imports exports deliveries trade supplies supply funding"
        )
    ),
    "stop": frozenset(
        words("aid payments flights imports exports deliveries trade supplies lorries trucks trains supplies funding")
    ),
    "close": frozenset(
        words(
            "border borders crossing crossings ports port airspace"
            " embassy consulate strait straits checkpoint checkpoints frontier frontiers"
        )
    ),
    "shut": frozenset(
        words(
            "border borders crossing crossings ports port airspace"
            " embassy consulate pipeline checkpoint checkpoints frontier frontiers"
        )
    ),
    "deny": frozenset(words("entry visa visas access accreditation landing overflight")),
    "downgrade": frozenset(words("ties relations")),
    "halve": frozenset(words("diplomats number supply supplies deliveries flights exports imports aid")),
    "reduce": frozenset(words("supply supplies deliveries flights")),
    "slash": frozenset(words("supply supplies deliveries flights aid funding")),
    "withhold": frozenset(words("funds funding aid payment payments million billion money")),
    "revoke": frozenset(words("visa visas licence license licences status")),
    "target": frozenset(words("sanctions")),
    "restrict": frozenset(words("imports exports access entry visas")),
    "end": frozenset(words("exemption treatment")),
    "eliminate": frozenset(words("exemption treatment")),
}
DEED_NOUNS: dict[str, str] = {"expulsion": "expel", "adoption": "adopt", "imposition": "impose",
                              "designation": "designate", "designations": "designate"}  # fmt: skip
#: acts whose kinds the codebook's PLOVER modes name
MODES: tuple[tuple[str, frozenset[str]], ...] = (
    ("economic", frozenset(words(
        "sanction sanctions tariff tariffs duty duties embargo"
        " levy tax trade import imports importation export exports"
        " tariff property assets payments subsidies gas oil electricity controls products treatment exemption aid"))),
    ("expel", frozenset(words("expel expels expelled expelling expulsion deport deports deported"))),
    ("withdraw", frozenset(words("recall recalls recalled recalling"))),
    ("relations", frozenset(words("relations ties summit talks mediation mediating negotiations ambassador"
     " diplomats"))),
    ("violence", frozenset(words(
        "invade attack strike bomb shell destroy missile missiles rockets military overthrow war force fire kill"))),
    ("restrict", frozenset(words(
        "close shut border crossing ports port visa visas restrictions ban access rights airspace straits entry"))),
)  # fmt: skip

#: what is asked of a party to a conflict: its object makes an appeal a demand
CONFLICT = frozenset(
    words(
        """
        halt stop cease end withdraw release free refrain disarm surrender leave comply return abandon dismantle
        de-escalate deescalate ceasefire cease-fire truce hostilities withdrawal violence fighting attacks war
        aggression invasion offensive provocations denuclearization denuclearisation dialogue hostages prisoners
        blockade siege repression crackdown restraint retreat renounce desist suspend lift reopen reverse rescind
        refrain vacate evacuate
        """
    )
)
DEMANDING = frozenset(words("demand insist require order command"))
#: what one side wants another to do against its will
WANTED = CONFLICT | frozenset(
    words("hand give pull drop scrap close sell pay apologise apologize disarm change keep cut break open vacate quit")
)
APPEALING = frozenset(words("urge call appeal press"))

#: "would badly damage relations": harm that words foretell to the one they are told
HARM_FORETOLD = frozenset(words("damage ruin harm destroy jeopardise jeopardize worsen spoil wreck poison hurt"))
RELATIONS = frozenset(words("relations relationship ties consequences response retaliation"))

WILL = frozenset(words("will would shall wo 'll ’ll 'd may might can could"))
#: verbs and nouns that hold out one's own deed
INTENDING = frozenset(words("promise promises promised promising vowing"
                            " plan plans planned vow vows vowed pledge intend intends intention intent ready prepared"
                            " commitment committed want wants wanted going set consider decided directed hesitate"
                            " preparing willing poised determined working"))  # fmt: skip
ANALYSTS = frozenset(words("analyst analysts expert experts economist economists observer observers trader traders"
                           " forecaster forecasters diplomat diplomats commentator commentators pundit"
                           " pundits"))  # fmt: skip
