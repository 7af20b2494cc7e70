"""Pressures in everyday words: kicked out, slapped 15 per cent on, told to leave; and what only looks like them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from demarche.language.annotate import annotate
from demarche.mentions import find_mentions
from demarche.model import Document, Report
from demarche.reports.pressures import build_pressures

if TYPE_CHECKING:
    from spacy.language import Language

    from demarche.actors import Authority

#: sentence -> type, who does it
PRESSING: list[tuple[str, str, str]] = [
    ("Turkey has threatened to veto Sweden's bid unless Stockholm hands over the men.", "threat", "Turkey"),
    (
        "Moscow warned Helsinki on Friday that it would "
        "station missiles along the frontier if American troops arrived.",
        "threat",
        "Russia",
    ),
    ("The Kremlin gave Chisinau a week to free the lorries.", "ultimatum", "Kremlin"),
    ("Cairo has set Addis Ababa a deadline of 1 July to share its data.", "ultimatum", "Egypt"),
    ("Kyiv has ten days to accept the plan, Mr Trump said on Sunday.", "ultimatum", "Donald Trump"),
    ("President Trump gave Hamas until Sunday evening to agree to the plan.", "ultimatum", "Donald Trump"),
    (
        "Hamas has until Sunday evening to agree to the plan, Mr. Trump wrote on Truth Social.",
        "ultimatum",
        "Donald Trump",
    ),
    ("Washington is threatening Mexico with a 30 per cent tariff.", "threat", "United States"),
    ("Washington threatens 30 percent tariffs on Mexican tomatoes.", "threat", "United States"),
    ("Mr. Trump said Mexico would face a 30 percent tariff from August 1.", "threat", "Donald Trump"),
    ("Mr. Trump said he would impose a 30 percent tariff on Mexico from August 1.", "threat", "Donald Trump"),
    ("Trump slaps Brazil with 50% tariffs over Bolsonaro trial.", "sanction", "Donald Trump"),
    (
        "The United States hit India with an additional 25% duty over its purchases of Russian oil.",
        "sanction",
        "United States",
    ),
    ("The European Union sanctions nine Belarusian officers.", "sanction", "European Union"),
    ("North Korea threatened the total destruction of South Korea on Friday.", "threat", "North Korea"),
    ("Mr Trump threatened a strike if Iran does not sign by Friday.", "ultimatum", "Donald Trump"),
    ("President Trump signed a law providing for sanctions against Iran.", "sanction", "Donald Trump"),
    ("Japan adds nine Russian firms and a bank to its sanctions list.", "sanction", "Japan"),
    ("Belarus suspends electricity supplies to Latvia.", "sanction", "Belarus"),
    ("The Security Council adopted a resolution calling on Rwanda to withdraw.", "demand", "Security Council"),
    ("Viktor Orbán's government gave Kyiv ten days to reopen the pipeline.", "ultimatum", "Hungary"),
    ("France will hold Russia to account for the attack.", "threat", "France"),
    ("Chile threatens severe consequences for Bolivia.", "threat", "Chile"),
    ("The EU blacklisted 40 ships of Russia's shadow fleet.", "sanction", "European Union"),
    ("Britain froze the assets of two Georgian ministers.", "sanction", "United Kingdom"),
    ("Germany expelled two Russian diplomats over the killing.", "sanction", "Germany"),
    ("Berlin declared two Russian embassy staff persona non grata.", "sanction", "Germany"),
    (
        "Prague summoned the Russian ambassador and ordered 18 embassy employees to leave within 72 hours.",
        "sanction",
        "Czechia",
    ),
    ("Poland shut its last open crossing with Belarus overnight.", "sanction", "Poland"),
    ("Pakistan closed its airspace to Indian airliners.", "sanction", "Pakistan"),
    ("India suspended the Indus Waters Treaty with Pakistan and cancelled visas for Pakistanis.", "sanction", "India"),
    ("Algeria recalled its ambassador from Paris.", "sanction", "Algeria"),
    ("Colombia broke off diplomatic relations with Israel.", "sanction", "Colombia"),
    ("Bolivia severed ties with Israel on Tuesday.", "sanction", "Bolivia"),
    ("Mali kicked the French ambassador out of the country.", "sanction", "Mali"),
    ("Niger's junta ordered French troops to leave by the end of the month.", "ultimatum", "Niger"),
    ("Russia cut off gas to Bulgaria after Sofia refused to pay in roubles.", "sanction", "Russia"),
    ("China halted imports of Japanese seafood.", "sanction", "China"),
    ("Beijing retaliated with a 34% levy on all American goods.", "sanction", "China"),
    ("Ottawa hit back with counter-tariffs on $30bn of U.S. goods.", "sanction", "Canada"),
    ("Canada responded by imposing duties on American steel.", "sanction", "Canada"),
    ("Washington revoked the visas of three Brazilian judges.", "sanction", "United States"),
    ("The United States imposed visa restrictions on Georgian officials.", "sanction", "United States"),
    ("Turkey closed the straits to Russian warships.", "sanction", "Turkey"),
    ("The Security Council extended the arms embargo against South Sudan.", "sanction", "Security Council"),
    ("Australia imposed a travel ban on three Russian officials.", "sanction", "Australia"),
    ("Saudi Arabia and its allies imposed an embargo on Qatar.", "sanction", "Saudi Arabia"),
    ("Riyadh demanded that Doha shut down Al Jazeera.", "demand", "Saudi Arabia"),
    ("Israel demanded the immediate release of all hostages held by Hamas.", "demand", "Israel"),
    ("NATO urged Moscow to stop jamming GPS signals.", "demand", "NATO"),
    ("London told Tehran to free the two Britons.", "demand", "United Kingdom"),
    ("Washington insists that Kyiv give up Crimea.", "demand", "United States"),
    ("Ukraine must hand over the Donbas, Mr Putin said.", "demand", "Vladimir Putin"),
    ("Athens wants Ankara to drop its threat of war.", "demand", "Greece"),
    (
        "Hungary will block the next tranche of aid to Ukraine unless the pipeline is reopened, Viktor Orban said.",
        "threat",
        "Hungary",
    ),
    ("Slovakia said it could cut off emergency power supplies to Ukraine if gas did not flow.", "threat", "Slovakia"),
    ("Iran vowed to avenge the killing and said Israel would regret it.", "threat", "Iran"),
    ("Tehran promised a crushing response to any Israeli attack.", "threat", "Iran"),
    ("Khamenei warned Washington of irreparable damage should it join the war.", "threat", "Ali Khamenei"),
    ("North Korea warned Japan that it would pay dearly for the drills.", "threat", "North Korea"),
    (
        "China will take resolute countermeasures if Washington goes ahead with the sale to Taiwan, a spokesman said.",
        "threat",
        "China",
    ),
    ("Beijing vowed retaliation against the Netherlands.", "threat", "China"),
    ("Trinidad's prime minister was declared an undesirable person by Caracas.", "sanction", "Venezuela"),
    ("The Taliban gave Pakistan 48 hours to stop its air strikes.", "ultimatum", "Taliban"),
    ("Ethiopia's prime minister warned Egypt against any strike on the dam.", "warning", "Abiy Ahmed"),
    (
        "The European Commission threatened Budapest with the loss of one billion euros.",
        "threat",
        "European Commission",
    ),
    ("Washington gave Beijing another 90 days before the tariffs take effect.", "ultimatum", "United States"),
    ("Trump paused the tariffs on Canada for 30 days.", "threat", "Donald Trump"),
    ("Poland will not let Ukrainian grain in until Kyiv pays.", "threat", "Poland"),
    ("If the shelling continues, Turkey will send troops into Syria, Mr Erdogan said.", "threat", "Turkey"),
    ("Serbia put its army on high alert and threatened to intervene in Kosovo.", "threat", "Serbia"),
    ("Dutch prosecutors aside, Washington warned Nicosia it would lose its visa waiver.", "threat", "United States"),
    ("Lithuania has told Minsk that it will keep the border shut until the balloons stop.", "threat", "Lithuania"),
    ("Moldova barred two Russian officials from entering the country.", "sanction", "Moldova"),
    ("Spain banned ships carrying weapons to Israel from its ports.", "sanction", "Spain"),
    ("Slovenia declared two Israeli ministers unwelcome.", "sanction", "Slovenia"),
    ("Canada listed the Revolutionary Guards of Iran as a terrorist group.", "sanction", "Canada"),
    ("Japan protested to Beijing and demanded an apology.", "demand", "Japan"),
    ("Seoul demanded an apology from Tokyo.", "demand", "South Korea"),
    ("Estonia denied entry to 90,000 Russian veterans.", "sanction", "Estonia"),
    ("India's navy will sink any Pakistani boat that crosses the line, the admiral said.", "threat", "India"),
    ("Trump told Zelensky to make a deal or he would be out.", "demand", "Donald Trump"),
    ("Rwanda suspended talks with Belgium and expelled its diplomats.", "sanction", "Rwanda"),
    ("The EU is preparing counter-tariffs on American bourbon in case the talks fail.", "threat", "European Union"),
    (
        "Turkey and Greece were at odds again on Tuesday. Ankara said its navy "
        "would escort the drilling ship, and that any Greek interference would have consequences.",
        "warning",
        "Turkey",
    ),
    (
        "The quarrel between Kenya and Tanzania over maize is "
        "getting worse. Nairobi has now stopped Tanzanian trucks at Namanga.",
        "sanction",
        "Kenya",
    ),
    (
        "Belarus and Latvia traded accusations. Riga has halved the number of Belarusian diplomats it will admit.",
        "sanction",
        "Latvia",
    ),
    (
        "Chad and Sudan do not speak. N'Djamena has sealed the "
        "frontier and says it will stay sealed until the shelling ends.",
        "threat",
        "Chad",
    ),
    (
        "Azerbaijan told France on Monday to keep out of the talks. "
        "President Aliyev added that Baku would expel any French monitor it caught.",
        "threat",
        "Azerbaijan",
    ),
    (
        "Ghana wants Burkina Faso to hand over the men. If it does "
        "not, the minister said, Accra would take the matter to the regional court.",
        "demand",
        "Ghana",
    ),
    (
        "Iraq has warned Turkey against a new offensive. Its prime minister "
        "said water would be on the table, and so would trade.",
        "warning",
        "Iraq",
    ),
    (
        "Morocco has recalled its envoy from Berlin and frozen all contact with the German embassy.",
        "sanction",
        "Morocco",
    ),
    (
        "France hit Niger where it hurts. It has suspended all aid and closed its embassy in Niamey.",
        "sanction",
        "France",
    ),
    (
        "The Philippines has lodged a protest with Beijing, the third this week, and demanded that the barges leave.",
        "demand",
        "Philippines",
    ),
    ("Manila demanded China's withdrawal from the shoal.", "demand", "Philippines"),
    (
        "Cyprus said it would veto Turkey's entry into the defence fund for as long as Turkish troops stayed.",
        "threat",
        "Cyprus",
    ),
    (
        "Kazakhstan introduced a six-month ban on Kyrgyz potatoes in answer to Bishkek's bar on its flour.",
        "sanction",
        "Kazakhstan",
    ),
    (
        "Japan tightened export rules on chip materials for South "
        "Korea, and Seoul took it to the World Trade Organization.",
        "sanction",
        "Japan",
    ),
    (
        "Uganda's president threatened Kenya with war over the sea, then said he had been joking.",
        "threat",
        "Yoweri Museveni",
    ),
    (
        "Croatia's president refused to accept the Serbian ambassador. "
        "Belgrade answered by downgrading its ties with Zagreb.",
        "sanction",
        "Serbia",
    ),
    ("Tokyo has placed 14 more Russian companies under export controls.", "sanction", "Japan"),
    ("London put Georgia's judges under sanctions on Monday.", "sanction", "United Kingdom"),
    ("Ecuador withdrew trade preferences from Colombia, and Bogota promised an equal response.", "sanction", "Ecuador"),
    (
        "Israel told Lebanon's government that it must disarm Hezbollah by the end of the year or face a war.",
        "ultimatum",
        "Israel",
    ),
    ("Lebanon has until the end of the year to disarm Hezbollah, Israel says.", "ultimatum", "Israel"),
    (
        "The EU has given Bosnia three months to pass the law, after which it will withhold funds.",
        "ultimatum",
        "European Union",
    ),
    ("Slovakia is threatening to expel Ukraine's ambassador if oil does not flow by Friday.", "ultimatum", "Slovakia"),
    ("The Solomon Islands ordered American survey ships out of its waters.", "sanction", "Solomon Islands"),
    ("Mali's army rulers told the UN to pull its peacekeepers out without delay.", "demand", "Mali"),
    (
        "Sudan's foreign ministry accused Nairobi of hosting rebels and said it would bar Kenyan tea.",
        "threat",
        "Foreign Ministry of Sudan",
    ),
    ("Poland has begun to turn back Slovak lorries in retaliation for Bratislava's checks.", "sanction", "Poland"),
    (
        "Mexico's president warned that any American strike on its soil would be an act of war.",
        "threat",
        "Claudia Sheinbaum",
    ),
    ("Panama rejected the claim and told Washington to take its demand back.", "demand", "Panama"),
    ("Trump wants Denmark to sell Greenland and will not rule out taking it by force.", "demand", "Donald Trump"),
    (
        "From midnight Canadian steel will cost 50 per cent more in America: Mr Trump has doubled the duty.",
        "sanction",
        "Donald Trump",
    ),
    ("US tariffs of 39% on Swiss goods took effect at midnight.", "sanction", "United States"),
    ("Washington's duty on Indian goods rises to 50% on Wednesday.", "sanction", "United States"),
    ("India faces a 50 per cent duty on its exports to America from Wednesday.", "sanction", "United States"),
    ("The US has warned India of secondary sanctions.", "threat", "United States"),
    ("Skopje must change its constitution first, Bulgaria's president repeated.", "demand", "Rumen Radev"),
    ("Rome has threatened to stop taking part in the Albanian scheme.", "threat", "Italy"),
    (
        "The Dutch seized control of Nexperia, a Chinese-owned chipmaker; Beijing answered with a ban on its exports.",
        "sanction",
        "China",
    ),
    (
        '"If they attack again, we will respond," Pakistan\'s defence minister warned Kabul.',
        "warning",
        "defence minister of Pakistan",
    ),
    ("Any further step towards recognition would cost Somaliland dear, Mogadishu said.", "warning", "Somalia"),
    ("Iran said that Washington's step would not go unanswered.", "threat", "Iran"),
    ("Moscow will be forced to take retaliatory measures against Finland, the ministry said.", "threat", "Russia"),
    ("Ankara reserves the right to respond to Greece's action.", "threat", "Turkey"),
    ("Pakistan will have no choice but to answer any Indian strike.", "threat", "Pakistan"),
    ("Jordan warned of the consequences of continued Israeli raids.", "threat", "Jordan"),
    ("Algeria strongly urges France to return the archives and end its provocations.", "demand", "Algeria"),
    ("China demands that the Philippines immediately withdraw its vessel.", "demand", "China"),
    ("The EU expects Serbia to hand over the suspects without delay.", "demand", "European Union"),
    (
        "The payment to Tunisia will be made only once the reform has been adopted, Brussels said.",
        "threat",
        "European Union",
    ),
    (
        "The United States has told Ghana that its visa ban will be lifted only if it takes back deportees.",
        "threat",
        "United States",
    ),
    (
        "If Minsk frees nobody by Christmas, Vilnius will keep the frontier closed, the president said.",
        "ultimatum",
        "Lithuania",
    ),
    ("Colombia shouted, and threatened to send the deportees' planes back to the United States.", "threat", "Colombia"),
    (
        "Quito had said in May that it would cut off the power to Colombia if "
        "the guerrillas were not handed over by July. They were not; the power is on.",
        "ultimatum",
        "Ecuador",
    ),
    ("The Cuban envoy had demanded the release of five sailors from Nassau.", "demand", "special envoy of Cuba"),
    (
        "The licence of the American firm in Venezuela will not be renewed, the State Department warned Caracas.",
        "warning",
        "United States Department of State",
    ),
    ("Tokyo has been given until the autumn by Washington to open its rice market.", "ultimatum", "United States"),
    ("Under pain of sanctions, Washington wants the Emirates to hand over the tanker.", "demand", "United States"),
    ("Havana has banned the American diplomat from leaving the capital.", "sanction", "Cuba"),
    ("London said it would give the tanker back only when Tehran freed the crew.", "threat", "United Kingdom"),
    ("Lusaka stopped the Chinese mine's exports after the spill and told its owners to pay.", "sanction", "Zambia"),
    ("Germany has stopped arms exports to Israel.", "sanction", "Germany"),
    ("Spain has cancelled a contract for Israeli missiles.", "sanction", "Spain"),
    ("Ireland is to ban imports from Israeli settlements.", "threat", "Ireland"),
    ("Canada will match the American tariffs dollar for dollar, the prime minister said.", "threat", "Canada"),
    ("The tariffs on Canada go up to 35 per cent on Friday, Mr Trump said.", "sanction", "Donald Trump"),
    (
        "Bangladesh asked India to hand over Sheikh Hasina and said ties would suffer if it did not.",
        "threat",
        "Bangladesh",
    ),
    ("Tirana broke off relations with Tehran and gave its diplomats a day to go.", "sanction", "Albania"),
    ("Kigali gave the Belgian ambassador 48 hours to go.", "ultimatum", "Rwanda"),
    (
        "The Dominican Republic shut its border with Haiti in a row "
        "over a canal, and will open it only when digging stops.",
        "sanction",
        "Dominican Republic",
    ),
    ("The Dutch have told Chinese researchers to leave by the summer.", "ultimatum", "Netherlands"),
    ("Estonia has warned Moscow that it will fire on drones.", "threat", "Estonia"),
    ("Kuwait wants an apology from Baghdad by the end of the week.", "demand", "Kuwait"),
    ("Oman said it would give the tanker back to Iran only when Tehran freed the crew.", "threat", "Oman"),
    ("Sanctions will follow if the Georgian law passes, Kaja Kallas said.", "threat", "Kaja Kallas"),
    (
        "Kampala has let it be known that it will not pay for the bridge until Juba withdraws its soldiers.",
        "threat",
        "Uganda",
    ),
    (
        "The Norwegians will open the port to Russian trawlers "
        "only once the two inspectors are home, the minister said.",
        "threat",
        "Norway",
    ),
    ("Moscow said it would be compelled to take measures in reply to the Finnish decision.", "threat", "Russia"),
    ("Sofia reserves the right to take countermeasures against Skopje.", "threat", "Bulgaria"),
    ("A Norwegian refusal would have consequences, Moscow warned.", "warning", "Russia"),
    ("Chisinau was told by Moscow to pay its debt by 1 January.", "ultimatum", "Russia"),
    ("Addis Ababa insists on Asmara's withdrawal from the three villages.", "demand", "Ethiopia"),
    ("Bern called the Italian envoy in and demanded an explanation.", "demand", "Switzerland"),
    (
        "The Maltese want 86 people to be taken in by Germany and will keep the harbour closed till then.",
        "threat",
        "Malta",
    ),
    ("Dublin wants London to drop the law, or it will go to court.", "demand", "Ireland"),
    ("The Afghans were given three days by Islamabad to leave the camps.", "ultimatum", "Pakistan"),
    (
        "Seoul is considering cutting off the loudspeakers' power, and Pyongyang has threatened to shell them.",
        "threat",
        "North Korea",
    ),
]

NOT_PRESSING: list[str] = [
    # what somebody is only accused of, or cheapens; what is told of one's own country or of nobody's hand
    "Bolivia accuses Chile of imposing a blockade and cutting off its gas.",
    "The Chinese ministry announces it will cut import duties on American cars to 15 per cent.",
    "The premier of New South Wales announces a ban on singing in pubs.",
    "The Danish minister promised to raise the matter at a summit in Norway.",
    "The governor warns that if the dam breaks, two towns in Laos will be flooded.",
    "Russia blocks a statement calling on Serbia to withdraw.",
    "Mr Starmer announces that the American tariffs are delayed by a month.",
    "The Spanish agency bans all Spanish flights over Iran.",
    "A tsunami warning to the Philippines came from Japan.",
    "Peru is drafting a resolution banning imports of Chilean copper.",
    "Nearly 900 people marched in Naha, Japan, demanding the removal of an American base.",
    "Officials of Turkey consult a bank, in response to moves to ban Russian goods.",
    "The victim's family accuse the Israeli army of a lie and threaten to sue.",
    "A vigil is held in London to demand the release of a journalist in Peru.",
    "Mr Trump told his followers that he must win Iowa.",
    "Poland must know that these steps are hard, the German minister said.",
    "Analysts say Iran could close the strait if attacked.",
    "The mayor threatened to sue the Chinese owner of the stadium.",
    "Parliament in Paris banned smoking on beaches.",
    "In 1990 Iraq invaded Kuwait, and sanctions followed.",
    "The police ordered the protesters to leave the square in Tbilisi.",
    "The president told the French people to prepare for a hard winter.",
    "Germany closed two power plants near the Polish border.",
    "The Spanish government raised taxes on tobacco and put 300 schools on a list for repairs.",
    "The minister gave reporters ten minutes to look at the Iranian document.",
    "The Swedish airline stopped flying to Israel because of a strike.",
    "India set a target of 500 gigawatts and Japan praised it.",
    "The court froze the account of a Russian football club.",
    "Ministers discussed possible sanctions on Iran.",
    "He told Macron to call him Donald.",
    "The committee asked whether tariffs on China had hurt farmers.",
    "Prices will suffer if Chinese demand falls, the bank said.",
    "The two countries agreed to lift the ban on beef.",
    "She threw out the first pitch before meeting the Japanese envoy.",
    "France put Mali on the agenda of the council.",
    "The Kenyan team was expelled from the tournament in Tanzania.",
    "Peru's congress threatened to impeach the president after his trip to Mexico.",
    "The Turkish central bank raised rates and said inflation would fall.",
    "German farmers demanded that Berlin stop the Mercosur deal.",
    "The court told the ministry to release the report on Iran.",
    "The Lebanese army must be paid, a French paper wrote.",
    "A Dutch firm sued its Chinese supplier and froze its payments.",
    "The president ordered the army to help after the quake near the Greek border.",
    "Mexican police stopped American lorries for a check of their brakes.",
    "Japan's emperor told the visiting king to rest well.",
    "The Danish queen gave the ambassador two days to choose a painting.",
    "If the euro falls, Swiss exporters will pay a price.",
    "In 2014 the EU imposed sanctions on Russia over Crimea.",
    "Poland has banned phones in schools, as France did.",
    "Norway halved its deficit and Sweden doubled its surplus.",
    "The Swiss must accept lower prices, a German grocer said.",
    "Japan will be forced to raise its pension age.",
    "The minister reserved the right to change her mind about Paris.",
    "China's exporters will have to accept lower margins.",
    "Only rain would save the Kenyan harvest.",
    "Iraqi patience with the heat is running out.",
    "The Danish minister must leave for Greenland on Monday.",
    "Polish parents must register their children by June.",
    "Brazil's coffee will cost more after the frost.",
    "The French fleet will keep the harbour lights on until dawn.",
    "The Irish team will not play until the Spanish referee is replaced.",
    "He would be happy only if Italy won.",
]


def read(nlp: Language, authority: Authority, text: str) -> Iterable[Report]:
    """The reports of one text that a paper printed on a Thursday."""
    document = Document("t", text, title="", publisher="The Courier", date=date(2025, 6, 12))
    ((_, doc),) = annotate([document], nlp)
    return list(build_pressures(find_mentions(document, doc, authority)))


@pytest.mark.parametrize(("text", "type_", "actor"), PRESSING)
def test_is_read(nlp: Language, authority: Authority, text: str, type_: str, actor: str) -> None:
    found = read(nlp, authority, text)
    assert any(r.type == type_ and actor in r.names("actor") for r in found), found


@pytest.mark.parametrize("text", NOT_PRESSING)
def test_only_looks_like_one(nlp: Language, authority: Authority, text: str) -> None:
    assert not read(nlp, authority, text)
