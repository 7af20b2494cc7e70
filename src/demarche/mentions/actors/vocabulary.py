"""Words around names: what may stand in a title, what shows that capitals name no person."""

from __future__ import annotations

from demarche.actors.names import word_set

#: capitalised words that belong to a title or a body, never to a person's name
DOMAIN_WORDS = word_set(
    """
    utilities sciences construction directors assistants advisors advisers secretaries ambassadors presidents chairs
    officers heads deputies governors
    presidium goodwill people plenipotentiary extraordinary
    gender engagement intergovernmental faith outreach legislative action affordable
    management resources employment oceans growth conservation narcotics law enforcement religious freedom counsel
    crime prevention transition space aviation shipping maritime medical cultural leadership digital youth housing
    affairs diplomacy security policy hemisphere western eastern northern southern central east west north south asia
    asian africa african europe european eurasia eurasian americas america latin caribbean middle indo pacific
    gulf arctic arab atlantic state defense defence national international homeland foreign external economic
    economics economy trade finance treasury commerce energy climate environment health education agriculture
    justice interior labor labour transport infrastructure technology cyber emerging digital innovation
    science culture tourism development cooperation integration intelligence military naval army navy force
    forces staff joint armed public political global humanitarian refugee refugees migration population human
    rights democracy labor counterterrorism terrorism nuclear nonproliferation arms control verification
    bureau department ministry office council committee commission service agency administration government
    cabinet parliament parliamentary congress senate house assembly duma federation republic kingdom union
    united nations organization organisation general principal deputy assistant associate senior junior
    special vice acting interim former chief first second third lead head presidential executive prime
    permanent high honorary personal communications strategic strategy planning board bank fund sanctions
    reconstruction recovery industry industrial investment investments business regional local federal supreme
    constitutional court hostage acquisition sustainment territories territory occupied reintegration euro
    euro-atlantic neighbourhood neighborhood enlargement partnership partnerships fisheries water food social
    family youth sports sport women children veterans communities home mission missions embassy delegation
    group region regions district province city town village county peace support operations operation
    negotiations consultations talks dialogue conflict stabilization stabilisation reform assistance relief
    programme program programs issues matters relations minister president secretary
    """
)
#: words that make a run of capitals something else than a person
THING_WORDS = word_set(
    """
    shoal reef atoll
    mount
    villa software ministerial entertainment
    orthodox catholic muslim christian jewish
    prison room storm typhoon hurricane cyclone books academy show brothers pharma vaccine activities branch search
    camp mall point falls creek lakes heights garden gardens cathedral lines studios pictures records magazine
    agency company corporation corp inc ltd llc group fund university college school center centre institute
    institution party council committee forum summit agreement act treaty accord accords plan initiative
    declaration conference airport palace hall hotel street avenue square sea ocean river lake island islands
    bay strait canal gulf province region city day week month year war ministry department office house park
    bridge base airbase times post news herald journal review tribune gazette wire agency press television
    radio channel network prize award protocol convention charter resolution brigade division regiment
    battalion fleet missile missiles system systems airlines airways bank association foundation federation
    union league organization organisation movement front army navy force forces guard guards corps police
    service services court tribunal church cathedral mosque temple museum theatre theater stadium cup games
    olympics festival monument memorial cemetery hospital plant station pipeline project programme program
    strategy doctrine formula format process platform dialogue partnership alliance coalition quartet quad
    pact deal line zone area territory territories oblast district county mountains mountain valley cape
    peninsula desert coast port harbour harbor republic kingdom empire commonwealth constitution parliament
    senate assembly congress board bureau authority administration ombudsman crisis pandemic covid internet
    christmas easter ramadan eid new year airlines stream bulletin lantern courier bugler trumpet daily
    tribune motors oil gas energy tower towers building valley affairs security policy law order bill square
    gate school street road highway film movie oscar grammy nobel forum expo fair gallery club team cup league
    open championship affairs security policy law order bill code report treaty road belt
    """
)
#: of these, the ones that begin names of people: "Park", "Bill"
NAME_FIRST = word_set("park bill church hall lake house hill grant law bridge")
#: verbs of headlines
HEADLINE_VERBS = word_set(
    """
    receives meets met holds held speaks spoke calls called visits visited hosts hosted welcomes welcomed discusses
    discussed thanks thanked congratulates congratulated signs signed attends attended announces announced delivers
    delivered arrives arrived travels traveled travelled concludes concluded condemns condemned urges urged closes
    approves approved says said tells told warns warned leads leaves joins joined sends sent issues issued addresses
    participates marks honors honours awards nominates appoints departs returns accepts rejects denies
    """
)
#: capitalised at the start of a sentence, or always, yet never a name
NOT_NAMES = word_set(
    """
    the a an and or but if in on at by to of for from with as it its he she they we i you his her their our my
    this that these those there here when while where who what which how why after before during since until
    although though because however moreover also both all each every some any no not only other another such
    same many most more less few several yes today yesterday tomorrow tonight monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october
    november december feb apr jun jul aug sep sept oct nov readout statement meeting call phone telephone
    conversation talks visit travel remarks press release briefing joint fact sheet background news conference
    message messages letter greetings congratulations condolences readouts trip one two three four five six
    seven eight nine ten first second third last next new held speaking asked according earlier later now then
    meanwhile separately instead still even just once twice again let do does did is are was were be has have
    had will would can could should must might shall please thank thanks dear against between among under over
    about into through without within across around behind beyond despite toward towards upon via per like
    than so thus hence photo video source image watch read updated update live breaking exclusive analysis
    opinion interview transcript elect designate covid-19 covid internet english russian ukrainian
    """
) - {"may"}
#: words of office that tell the gender of who holds it
GENDERED = {
    "spokeswoman": "f", "spokesman": "m", "chairwoman": "f", "chairman": "m", "congresswoman": "f", "congressman": "m",
    "queen": "f", "king": "m", "princess": "f", "prince": "m", "emir": "m", "sultan": "m", "emperor": "m", "pope": "m",
    "sheikh": "m", "actress": "f", "businesswoman": "f", "businessman": "m", "stateswoman": "f", "statesman": "m",
}  # fmt: skip
MODIFIERS = word_set(
    """
    former ex then acting interim outgoing incoming senior new newly elected re-elected late visiting high-
    ranking ranking top deputy vice first second special chief principal permanent assistant associate lead
    long-time longtime veteran current previous ousted exiled deposed self-proclaimed self-declared de facto
    unnamed key close personal high-level high level political military security economic foreign policy
    presidential diplomatic government federal national state trade nuclear chief official two three four five
    six several many some all other both respective opposition rebel separatist regional local western
    european arab allied eu nato u.s. american-born 1st 2nd high special-purpose middle east peace ceasefire
    fellow own newly-elected defense defence finance interior executive legislative parliamentary humanitarian
    technical working interagency inter-agency joint large small bipartisan congressional ministerial
    negotiating big young old elder
    """
)
#: never names when written in capitals only
ACRONYMS = word_set(
    """
    H.E. H.R.H. H.M.
    AM PM GMT UTC NATO EU UN US UK USA EST EDT CET MSK BST FYI TV AI GDP
    """
)
POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "my", "your", "whose"})
DETERMINERS = frozenset({"the", "a", "an", "these", "those", "both", "all", "each", "every", "no"})
FORMER = frozenset({"former", "ex", "then", "late", "ousted", "deposed", "outgoing"})

#: words that make a leader or minister one beside the state's own
BESIDE = word_set(
    """
    opposition party rebel separatist religious community business military union faction
    """
)
