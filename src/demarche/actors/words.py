"""The words of office: which noun names which office, and the small tables the facts do not hold."""

from __future__ import annotations

from demarche.actors.names import name_set, word_set

#: names as the codebook writes them, where the source's differ
STATE_NAMES = {
    "TUR": "Turkey",
    "COD": "Democratic Republic of the Congo",
    "DOM": "Dominican Republic",
    "BHS": "Bahamas",
    "GMB": "Gambia",
    "CIV": "Côte d'Ivoire",
}
INSTITUTION_NAMES = {
    "RUS-KREMLIN": "Kremlin",
    "USA-WH": "White House",
    "FRA-ELYSEE": "Élysée",
    "GBR-NO10": "Downing Street",
    "NATO": "NATO",
    "G7": "G7",
    "G8": "G8",
    "G20": "G20",
    "E3": "E3",
    "OPECPLUS": "OPEC+",
    "HNC": "High Negotiations Committee",
    "COALITIONWILLING": "Coalition of the Willing",
}
#: aliases that mean other things too often to stand alone
VAGUE_ALIASES = name_set(
    """
    House|States|Syrian opposition|Six|IS|OP|EC|EP|COP|MIT|PA|SAC|KH|AQ|GU|SMM|Commission|Alliance|Commonwealth|Fed
    Brussels|Davos|Ramstein|SIS|Wagner|Azov|Office of the President|Presidential Office|Senate|Congress
    Council of Ministers|Democrats|Republicans|C5|ECO|the bloc|Contact Group
    Presidential Administration of Ukraine|Defence Intelligence|Foreign Intelligence Service
    Federal Intelligence Service|State Council|Dominican|Papal|Workers' Party|Westminster|Langley
    guarantor countries|European bloc|the 27|world body|Quad|QUAD|SNA|FSA|RF|ISA|LDP|TPP|ARF|MAC|STC|MIM
    the Quad|Ministry of Defense|Ministry of Defence|MFA|MOFA|MoD|MOD|Foreign Ministry
    Ministry of Foreign Affairs|Defense Ministry|Defence Ministry|West Bank|MSC|SNC|Islamic Emirate
    military junta|Central Military Commission|Security Service|Global Coalition|Black Sea Grain Initiative
    Democratic Party|Homeland Security|MID|BIS|DOE|Treasury|UK Ministry of Defence|House of Commons
    House of Lords|House of Representatives|Nationalist Party|EU executive|war cabinet|security cabinet
    Tren de Aragua|Axis|Briton
    """
)
#: further names of states and bodies, written by us
EXTRA_ALIASES = {
    "USA": ("United States of America", "US", "U.S.A."),
    "GBR": ("Britain", "UK"),
    "TUR": ("Turkey", "Türkiye", "Turkiye"),
    "CZE": ("Czech Republic", "Czechia"),
    "MMR": ("Burma", "Myanmar"),
    "PRK": ("North Korea", "DPRK"),
    "CIV": ("Ivory Coast",),
    "DOM": ("Dominican Republic",),
    "FRA": ("French Republic",),
    "KGZ": ("Kyrgyz Republic",),
    "BLR": ("Belarus", "Republic of Belarus"),
    "SRB": ("Republic of Serbia",),
    "USA-CONGRESS": ("US Congress", "American Congress", "United States Congress", "Congress"),
    "USA-SENATE": ("US Senate", "United States Senate"),
    "USA-WH": ("White House", "Biden-Harris Administration", "Trump-Vance Administration"),
    "EU": ("European Union",),
    "NATO": ("North Atlantic Treaty Organization", "North Atlantic Treaty Organisation"),
    "UNSC": ("UN Security Council", "United Nations Security Council"),
    "CSTO": ("Collective Security Treaty Organization", "Collective Security Treaty Organisation"),
    "OSCE": ("Organization for Security and Cooperation in Europe",),
    "ALQAEDA": ("al-Qa'ida", "al Qaeda", "Al-Qaeda", "al Qaida"),
    "USA-USAID": ("U.S. Agency for International Development", "US Agency for International Development"),
}
#: names that hold a state's word and mean another thing
REGIONS = (
    "Northern Ireland",
    "North America",
    "South America",
    "Central America",
    "Latin America",
    "New Mexico",
    "Gulf of Mexico",
    "Gulf of Oman",
    "Sea of Japan",
    "South China Sea",
    "East China Sea",
    "Horn of Africa",
    "Indian Ocean",
    "New England",
    "Georgia State",
    "American Samoa",
    "English Channel",
    "Persian Gulf",
    "Vietnam War",
    "Korean Peninsula",
    "Korean War",
    "Gulf War",
    "Panama Canal",
    "Taiwan Strait",
    "Kerch Strait",
    "Russian roulette",
    "Bank of America",
    "Washington Post",
    "Kyiv Independent",
    "Kyiv Post",
    "Moscow Times",
    "Jerusalem Post",
    "China Daily",
    "Times of Israel",
    "Washington State",
    "Niger Delta",
    "Brazil nut",
    "Turkey red",
    "White House Correspondents",
    "Voice of America",
    "Japan Times",
    "Al Jazeera",
    "Al-Jazeera",
    "Al Arabiya",
    "Al-Arabiya",
    "BlackRock",
    "Rolls-Royce",
    "Goldman Sachs",
    "Morgan Stanley",
    "Lockheed Martin",
    "Merrill Lynch",
    "JPMorgan Chase",
    "Johns Hopkins",
    "Wall Street Journal",
)
#: meetings with a name of their own that a text treats as a body
CONFERENCES = (
    "UN Climate Change Conference",
    "Summit for Democracy",
    "Munich Security Conference",
    "Steering Committee of the Multi-agency Donor Coordination Platform for Ukraine",
    "Multi-agency Donor Coordination Platform for Ukraine",
    "Peace Summit",
    "Ukraine Recovery Conference",
    "Summit of the Americas",
    "Shangri-La Dialogue",
    "Bilderberg Meeting",
    "Three Seas Initiative",
)
#: noun of office -> canonical office of the facts; longest first wins
OFFICES = {
    "president": "president",
    "presidents": "president",
    "prime minister": "prime minister",
    "prime ministers": "prime minister",
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "federal chancellor": "chancellor",
    "chancellor": "chancellor",
    "king": "king",
    "queen": "king",
    "emir": "emir",
    "amir": "emir",
    "sultan": "sultan",
    "emperor": "emperor",
    "pope": "pope",
    "crown prince": "crown prince",
    "crown princess": "crown princess",
    "prince": "prince",
    "supreme leader": "supreme leader",
    "vice president": "vice president",
    "deputy prime minister": "deputy prime minister",
    "deputy prime ministers": "deputy prime minister",
    "first deputy prime minister": "first deputy prime minister",
    "vice premier": "vice premier",
    "foreign minister": "foreign minister",
    "foreign ministers": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of external affairs": "foreign minister",
    "minister for external affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "minister of foreign and european affairs": "foreign minister",
    "minister for europe and foreign affairs": "foreign minister",
    "foreign secretary": "foreign secretary",
    "secretary of state": "secretary of state",
    "deputy secretary of state": "deputy secretary of state",
    "vice minister": "deputy minister",
    "deputy foreign minister": "deputy foreign minister",
    "deputy foreign ministers": "deputy foreign minister",
    "vice foreign minister": "vice foreign minister",
    "defense minister": "defence minister",
    "defence minister": "defence minister",
    "minister of defense": "defence minister",
    "minister of defence": "defence minister",
    "minister of national defense": "defence minister",
    "secretary of defense": "defence secretary",
    "secretary of defence": "defence secretary",
    "defense secretary": "defence secretary",
    "defence secretary": "defence secretary",
    "finance minister": "finance minister",
    "minister of finance": "finance minister",
    "secretary of the treasury": "treasury secretary",
    "treasury secretary": "treasury secretary",
    "secretary of commerce": "commerce secretary",
    "commerce secretary": "commerce secretary",
    "interior minister": "interior minister",
    "national security advisor": "national security adviser",
    "national security adviser": "national security adviser",
    "deputy national security advisor": "deputy national security adviser",
    "principal deputy national security advisor": "deputy national security adviser",
    "secretary-general": "secretary-general",
    "secretary general": "secretary-general",
    "director-general": "director-general",
    "director general": "director-general",
    "high representative": "high representative",
    "speaker": "speaker",
    "speaker of the house": "speaker of the house",
    "house speaker": "speaker of the house",
    "chief of staff": "chief of staff",
    "head of the office of the president": "head of the presidential office",
    "head of the presidential office": "head of the presidential office",
    "special envoy": "special envoy",
    "presidential envoy": "special envoy",
    "envoy": "special envoy",
    "spokesman": "spokesman",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
    "press secretary": "press secretary",
    "first lady": "first lady",
    "first minister": "first minister",
    "second gentleman": "second gentleman",
    "first gentleman": "first gentleman",
    "governor-general": "governor-general",
    "leader": "leader",
    "top diplomat": "foreign minister",
    "chief diplomat": "foreign minister",
    "head of state": "head of state",
    "head of government": "head of government",
    "head of the state": "head of state",
    "head of the government": "head of government",
    "commander-in-chief": "commander-in-chief",
    "attorney general": "attorney general",
    "consul general": "consul general",
    "surgeon general": "surgeon general",
    "inspector general": "inspector general",
    "prosecutor general": "prosecutor general",
    "solicitor general": "solicitor general",
    "trade representative": "trade representative",
    "taliban leader": "leader",
    "secretary": "secretary",
    "deputy secretary": "deputy secretary",
    "under secretary": "under secretary",
    "assistant secretary": "assistant secretary",
    "minister": "minister",
    "deputy minister": "deputy minister",
    "first lady of the united states": "first lady",
    "ambassador": "ambassador",
    "counterpart": "counterpart",
    "colleague": "counterpart",
    "opposite number": "counterpart",
}
#: offices in capitals
ABBREVIATED = {
    "PM": "prime minister",
    "FM": "foreign minister",
    "EAM": "foreign minister",
    "NSA": "national security adviser",
}
#: other nouns that stand before a person's name; the office is the noun itself
TITLE_NOUNS = word_set(
    """
    ceo commodore counselor counsellor
    administrator adviser advisor aide assistant attaché ayatollah cardinal chair chairman chairperson
    chairwoman chargé chief commander commissioner congressman congresswoman consul coordinator delegate
    deputy diplomat director economist executive governor guest head inspector judge justice mayor marshal
    mediator member negotiator officer official opposition patriarch president-elect politician princess
    professor prosecutor rapporteur representative representative-designate ruler senator spokesperson
    strategist superintendent treasurer vice-chair viceroy general admiral colonel major captain lieutenant
    brigadier metropolitan archbishop bishop rabbi imam sheikh shaykh emissary host visitor predecessor
    successor correspondent analyst ombudsman warlord
    """
)
HONORIFICS = {
    "mr": "m", "messrs": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "madame": "f", "mme": "f", "sir": "m",
    "lord": "m",
    "lady": "f", "dr": "", "prof": "", "gen": "", "lt": "", "col": "", "maj": "", "capt": "", "adm": "", "sen": "",
    "rep": "", "amb": "", "hon": "", "his excellency": "m", "her excellency": "f", "excellency": "", "sheikh": "m",
    "sheikha": "f", "shaykh": "m", "seyyed": "m", "sayyid": "m",
    "shri": "m", "his majesty": "m", "her majesty": "f", "his highness": "m",
    "his royal highness": "m", "her royal highness": "f", "his holiness": "m", "gov": "", "comrade": "",
}  # fmt: skip
#: honorifics that are names without their full stop
DOTTED = frozenset({"sen", "rep", "gen", "col", "maj", "capt", "adm", "lt", "gov", "amb", "prof"})
#: offices whose holder a bare surname or "leader" is likely to mean
HEADS_OF_STATE = (
    "president", "king", "emperor", "emir", "sultan", "pope", "supreme leader", "leader", "acting president",
    "interim president", "grand duke", "military leader", "chairman of the sovereignty council", "prince",
    "head of state", "sovereign",
)  # fmt: skip
HEADS_OF_GOVERNMENT = (
    "prime minister", "chancellor", "premier", "chairman of the council of ministers", "acting prime minister",
    "president of the government", "president of the council of ministers", "chief executive",
)  # fmt: skip
FOREIGN_MINISTERS = ("foreign minister", "foreign secretary", "secretary of state", "high representative")
BODY_HEADS = (
    "commission president",
    "council president",
    "secretary-general",
    "director-general",
    "parliament president",
)
#: office words that mean the same chair in different states
SAME_OFFICE = {
    "foreign minister": FOREIGN_MINISTERS,
    "defence minister": ("defence minister", "defence secretary"),
    "finance minister": ("finance minister", "treasury secretary", "chancellor of the exchequer"),
    "trade minister": ("trade minister", "commerce minister", "commerce secretary"),
    "prime minister": ("prime minister", "premier", "chancellor", "president of the government",
                       "chairman of the council of ministers", "president of the council of ministers"),
    "king": ("king", "emperor", "queen"),
    "president": ("president", "acting president", "interim president", "commission president", "council president",
                  "parliament president", "president of the general assembly"),
    "spokesman": ("spokesman", "presidential spokesman", "press secretary", "nsc spokesperson"),
    "secretary": ("secretary of state", "defence secretary", "treasury secretary", "commerce secretary",
                  "energy secretary", "homeland security secretary", "foreign secretary",
                  "army secretary"),
    "deputy secretary": ("deputy secretary of state",),
    "under secretary": ("under secretary of state",),
    "deputy foreign minister": ("deputy foreign minister", "vice foreign minister"),
    "deputy prime minister": ("deputy prime minister", "first deputy prime minister", "vice premier"),
    "head of state": HEADS_OF_STATE,
    "head of government": HEADS_OF_GOVERNMENT,
}  # fmt: skip
#: offices that other states give another name: what "his counterpart" repeats
PLAIN_OFFICES = {
    "secretary of state": "foreign minister",
    "foreign secretary": "foreign minister",
    "deputy secretary of state": "deputy foreign minister",
    "defence secretary": "defence minister",
    "treasury secretary": "finance minister",
    "commerce secretary": "trade minister",
}
#: states with a president or king where "the leader" is the head of government
GOVERNMENT_LEADS = word_set(
    """
    DEU ITA ISR IND GRC IRL AUT HUN CZE SVK SVN LVA EST ISL IRQ PAK BGD NPL ETH SGP MLT HRV BGR ALB FIN PRT
    GBR CAN AUS NZL JPN ESP NLD BEL DNK NOR SWE LUX THA MYS KHM JAM BHS BRB PNG MUS TTO LBY ARM GEO MNG XKX
    SRB
    """
) - {"SRB", "LBY"}
#: ministries and offices that exist in many states -> how the codebook writes them before "of X"
BUREAUS = {
    "foreign ministry": "Foreign Ministry",
    "ministry of foreign affairs": "Foreign Ministry",
    "ministry for foreign affairs": "Foreign Ministry",
    "foreign affairs ministry": "Foreign Ministry",
    "ministry of external affairs": "Foreign Ministry",
    "external affairs ministry": "Foreign Ministry",
    "defense ministry": "Defence Ministry",
    "defence ministry": "Defence Ministry",
    "ministry of defense": "Defence Ministry",
    "ministry of defence": "Defence Ministry",
    "ministry of national defense": "Defence Ministry",
    "finance ministry": "Finance Ministry",
    "ministry of finance": "Finance Ministry",
    "interior ministry": "Interior Ministry",
    "ministry of the interior": "Interior Ministry",
    "trade ministry": "Trade Ministry",
    "energy ministry": "Energy Ministry",
    "prime minister's office": "Prime Minister's Office",
    "office of the prime minister": "Prime Minister's Office",
    "president's office": "Office of the President",
    "office of the president": "Office of the President",
    "presidential office": "Office of the President",
    "presidential administration": "Presidential Administration",
    "chancellery": "Chancellery",
    "embassy": "Embassy",
    "parliament": "Parliament",
    "security council": "Security Council",
    "supreme court": "Supreme Court",
    "central bank": "Central Bank",
    "government": "",
}
GROUP_NOUNS = word_set(
    """
    officials official leaders ministers representatives representative delegation delegations delegates
    negotiators negotiator diplomats diplomat envoys advisers advisors aides lawmakers parliamentarians
    senators team experts officers troops forces soldiers members counterparts partners allies authorities
    colleagues mediators interlocutors businesspeople presidents commanders emissaries spokesmen ambassadors
    legislators
    """
)
#: nouns that stand for the state itself
STATE_NOUNS = word_set(
    """
    side leadership authorities administration party regime people military army cabinet
    """
)
COLLECTIVES = word_set(
    """
    leaders presidents ministers sides parties interlocutors men women officials heads counterparts diplomats
    secretaries principals premiers chancellors delegations countries nations states governments pair
    """
)
