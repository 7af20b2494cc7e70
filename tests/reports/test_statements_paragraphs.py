"""Short news paragraphs of our own with invented people: every quotation goes to its speaker, nothing else is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from demarche.mentions.reading import Reading
from demarche.reports.statements import build_statements

Read = Callable[..., Reading]

#: name -> the text, and for each statement in order the first words with the speaker
PARAGRAPHS: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "an office word for each of two sides": (
        "Danish Prime Minister Mette Lindqvist rang Irish premier Colm Brannigan on Tuesday about the herring ban. "
        '"We shall fish where our fathers fished," the Irish premier told reporters in Galway. "The ban is dead." '
        "Lindqvist kept her calm. “We have a treaty, and it has two signatures,” the Danish PM said.\n\n"
        "The FM of Denmark, Sofie Krag, went further: “Dublin has lost the plot.”",
        [
            ("We shall fish", "Colm Brannigan"),
            ("We have a treaty", "Mette Lindqvist"),
            ("Dublin has lost", "Sofie Krag"),
        ],
    ),
    "unnamed people": (
        "Kenya closed its border with Tanzania on Sunday night. “They have left us no choice,” a senior "
        "official said. "
        'A source close to President Daniel Mwangi added that talks were "not worth the fuel". '
        "“We knew nothing of this,” said a Tanzanian diplomat, who asked not to be named.\n\n"
        "A government adviser in Nairobi: “It will be open again by Friday.”",
        [
            ("They have left us", "senior official"),
            ("not worth the fuel", "source close to Daniel Mwangi"),
            ("We knew nothing", "diplomat of Tanzania"),
            ("It will be open", "government adviser"),
        ],
    ),
    "bodies that speak": (
        "According to the Kremlin, the two presidents had “a frank and useful conversation” about Syria. "
        "The White House called the call “a step in the right direction”. In a statement, the Turkish foreign "
        "ministry "
        "said that it “welcomes every contact between Moscow and Washington”. "
        "“Nobody asked us,” the Syrian delegation complained.",
        [
            ("a frank and useful", "Kremlin"),
            ("a step in the right", "White House"),
            ("welcomes every contact", "Foreign Ministry of Turkey"),
            ("Nobody asked us", "delegation of Syria"),
        ],
    ),
    "pronouns between two people": (
        "Chancellor Greta Holm of Austria received Slovak President Pavol Horvath in Vienna on Monday. "
        "He thanked her for the trains. “Without them we would have frozen,” he said. "
        "She brushed it aside. “Neighbours do not send bills,” she replied.\n\n"
        "Horvath invited her to Bratislava in June. “I shall come by boat,” Holm said, “if the Danube lets me.”",
        [
            ("Without them", "Pavol Horvath"),
            ("Neighbours do not", "Greta Holm"),
            ("I shall come", "Greta Holm"),
        ],
    ),
    "a further quotation of the same speaker": (
        "Peruvian Foreign Minister Rosa Quispe flew to Quito on Wednesday to settle the dispute over the dam. "
        "“We did not come to count stones,” she said at the airport. “We came to build.” "
        "Ecuador's energy minister, Hugo Paredes, met her on the runway. “Let us begin with lunch.”\n\n"
        "Quispe smiled. “With lunch, and with a map.”",
        [
            ("We did not come", "Rosa Quispe"),
            ("Let us begin", "Hugo Paredes"),
            ("With lunch, and", "Rosa Quispe"),
        ],
    ),
    "fragments inside a sentence": (
        "Egyptian President Karim Nasser said the dam was “a knife at our throat” and warned Ethiopia that "
        "Cairo would "
        "“not stand idle while the river dries”. His foreign minister, Laila Hassan, insisted that the talks in "
        "Geneva "
        "“failed for want of good faith”. Ethiopian officials dismissed the charge as “theatre”.",
        [
            ("a knife at", "Karim Nasser"),
            ("not stand idle", "Karim Nasser"),
            ("failed for want", "Laila Hassan"),
            ("theatre", "officials of Ethiopia"),
        ],
    ),
    "denials": (
        "Belarus denied on Friday that its envoy had “stormed out of the room”, as Latvia claimed. "
        "“He left because the meeting was over,” the ministry said. "
        "Contrary to the Latvian account, he did not “slam the door behind him”.",
        [
            ("stormed out of", "Latvia"),
            ("He left because", "ministry"),
            ("slam the door", "Latvia"),
        ],
    ),
    "a quotation in a quotation": (
        "“I told him, ‘Your tariffs are a wall around your own house,’ and he laughed,” Canadian trade minister "
        "Anne Tremblay recalled of her talk with US envoy Jack Colby in Ottawa. “I did not laugh,” Colby said later.",
        [
            ("I told him", "Anne Tremblay"),
            ("I did not laugh", "Jack Colby"),
        ],
    ),
    "titles of works, scare quotes and nicknames": (
        "Serbian President Milan Jovic gave his Chinese guest a copy of “The Bridge on the Drina” on Saturday. "
        "Protesters sang “Bella Ciao” outside the palace, and a “spontaneous” crowd of supporters waved flags. "
        "China calls its programme the “Belt and Road Initiative”. The two signed a so-called “iron friendship” "
        "pact. "
        "“It is a book about patience,” Jovic told him.",
        [("It is a book", "Milan Jovic")],
    ),
    "a spokesman named and taken up again": (
        "The spokesman of the Pakistani foreign ministry, Asif Mahmood, told a briefing in Islamabad that India had "
        "shelled three villages. “They will answer for each of them,” Mahmood said. “One by one,” the spokesman "
        "added. "
        "India's defence minister rejected this. “Fairy tales,” he told Indian television.",
        [
            ("They will answer", "Asif Mahmood"),
            ("One by one", "Asif Mahmood"),
            ("Fairy tales", "Rajnath Singh"),
        ],
    ),
    "talk at home": (
        "French President Lucie Armand opened a school in Lyon on Monday. “Every child deserves a teacher,” she "
        "said. "
        "Mayor Paul Girard thanked her. “We had waited six years,” the mayor said.",
        [],
    ),
    "the speaker behind the words, turned round": (
        "“Hungary will not be the last to sign,” declared Foreign Minister Zoltan Kertesz after meeting his Polish "
        "counterpart, Hanna Wrona, in Krakow. “Then be the first,” was her reply.\n\n"
        "As Wrona put it: “Ink dries faster than promises.” "
        "“A cheap shot,” in the words of a Hungarian lawmaker.",
        [
            ("Hungary will not", "Zoltan Kertesz"),
            ("Then be the first", "Hanna Wrona"),
            ("Ink dries faster", "Hanna Wrona"),
            ("A cheap shot", "lawmaker of Hungary"),
        ],
    ),
    "between paragraphs": (
        "Omani mediator Salim Al Farsi left Tehran on Thursday after two days of talks with Iranian leaders.\n\n"
        "“Nobody slammed a door. That is where we stand.”\n\n"
        "Al Farsi spoke to journalists at the airport before his flight to Washington.\n\n"
        "Iran's chief negotiator, Reza Daneshvar, was less warm.\n\n"
        "“Doors can be slammed by telephone as well,” he wrote on X.",
        [("Nobody slammed", "Salim Al Farsi"), ("Doors can be", "Reza Daneshvar")],
    ),
    "tabloid": (
        "TEMPERS flared at the summit in Porto last night as Portuguese PM Duarte Falcao squared up to Spain's Irene "
        "Roldan over sardines. “She has eyes bigger than her nets,” the PM fumed. Roldan laughed it off. “I like "
        "sardines,” she said. “I like Duarte rather less.” An aide to Roldan chipped in: “He was shouting.”",
        [
            ("She has eyes", "Duarte Falcao"),
            ("I like sardines", "Irene Roldan"),
            ("He was shouting", "aide of Irene Roldan"),
        ],
    ),
    "agency": (
        "COLOMBO (Agency) - Sri Lanka will not reopen its ports to Indian trawlers before the talks in Chennai, its "
        "fisheries minister said on Tuesday.\n\n"
        '"We are not at war, we are at sea," the minister, Nimal Ranatunga, told parliament. He said the two sides '
        'had agreed "on almost everything except the fish".\n\n'
        'India\'s high commissioner, Arjun Sethi, called the remarks "unhelpful and untrue".\n\n'
        '"The boats were in our waters," he said in an interview. "They had every right."',
        [
            ("We are not at war", "Nimal Ranatunga"),
            ("on almost everything", "Nimal Ranatunga"),
            ("unhelpful and untrue", "Arjun Sethi"),
            ("The boats were", "Arjun Sethi"),
        ],
    ),
    "ministry": (
        "Moldova's foreign ministry summoned the Russian ambassador on Monday. The ministry said in a statement that "
        'drones had crossed its sky "in broad daylight and without shame". "We expect an explanation," it added. '
        'The embassy said the charge was "invented from first to last".',
        [
            ("in broad daylight", "Foreign Ministry of Moldova"),
            ("We expect", "Foreign Ministry of Moldova"),
            ("invented from", "embassy"),
        ],
    ),
    "two spokesmen": (
        "The call lasted an hour, Kremlin spokesman Dmitry Peskov told reporters. “It was businesslike,” Peskov "
        "said. "
        "A White House spokeswoman, Dana Keel, said the two leaders “did not waste words on the weather”. "
        "“Nobody hung up,” she joked.",
        [("It was businesslike", "Dmitry Peskov"), ("did not waste", "Dana Keel"), ("Nobody hung up", "Dana Keel")],
    ),
    "long lead in": (
        "Asked whether Georgia would recall its envoy from Tbilisi's old rival, President Nino Lomidze answered "
        "with a "
        "proverb: “A guest who breaks the cup pays for the tea.” Azerbaijani leader Elchin Rzayev, standing next to "
        "her, nodded. “And the host counts the cups,” he added.",
        [("A guest who", "Nino Lomidze"), ("And the host", "Elchin Rzayev")],
    ),
    "multi paragraph": (
        "Greek Prime Minister Stavros Kallas told Turkish journalists in Izmir what he thinks of the plan.\n\n"
        "“The islands are not chips in a game.\n\n"
        "“They were ours yesterday and they will be ours tomorrow,” he said.\n\n"
        "Turkish officials called the interview “a provocation in a neighbour's house”.",
        [("The islands are", "Stavros Kallas"), ("a provocation in", "officials of Turkey")],
    ),
    "letter and post": (
        "In a letter to Chinese President Xi Jinping, Mongolian Prime Minister Bat Erdene wrote: “Our coal waits at "
        "your gate.” Beijing did not answer for a week. Then came a post on X by the Chinese foreign ministry: “The "
        "gate is open.”",
        [("Our coal waits", "Bat Erdene"), ("The gate is open", "Foreign Ministry of China")],
    ),
    "scare quotes": (
        "Venezuela calls the islands “reclaimed territory”, and Guyana calls them home. The so-called “peace "
        "caravan” "
        "crossed the river on Friday, led by a self-styled “general of the poor”. Guyana's president, Ivor "
        "Braithwaite, "
        "read from the novel “The River Between Us” and opened the exhibition “Maps of Truth” in Georgetown.",
        [("reclaimed territory", "Venezuela")],
    ),
    "label list": (
        "What the leaders said in Brussels after the talks with China:\n\n"
        "German Chancellor Ulrich Brandt: “We want trade, not a siege.”\n\n"
        "Italian Prime Minister Chiara Bellini: “The door stays open.”\n\n"
        "A senior EU diplomat: “It went worse than anyone will tell you.”",
        [
            ("We want trade", "Ulrich Brandt"),
            ("The door stays", "Chiara Bellini"),
            ("It went worse", "senior diplomat of the European Union"),
        ],
    ),
    "quoted and denied": (
        "Japan rejected a report by South Korean television that Prime Minister Kenji Arakawa had called the "
        "accord “a "
        "dead letter”. “The prime minister said nothing of the kind,” chief cabinet secretary Aya Murata told "
        "reporters. "
        "Seoul, she said, should “check before it shouts”.",
        [("a dead letter", "Kenji Arakawa"), ("The prime minister said", "Aya Murata"), ("check before", "Aya Murata")],
    ),
    "inverted": (
        "“Not one metre,” was how Armenian Foreign Minister Ani Sarkisova summed up her offer. For Azerbaijan, "
        "spokesman Rauf "
        "Mammadli put it more politely: “We have heard the number.” Neither side, said a Western diplomat who "
        "took part, "
        "“wanted to be the first to leave”.",
        [("Not one metre", "Ani Sarkisova"), ("We have heard", "Rauf Mammadli"), ("wanted to be", "western diplomat")],
    ),
    "earlier speaker again": (
        "Tunisian President Kais Ferjani met his Libyan guest, Omar Zwai, in Carthage on Sunday. “We share a "
        "border and "
        "a headache,” Ferjani said after lunch. His guest agreed. “The headache is older,” Zwai said, adding "
        "that both "
        "countries would reopen the crossing “as soon as the paint is dry”.",
        [("We share a border", "Kais Ferjani"), ("The headache is", "Omar Zwai"), ("as soon as", "Omar Zwai")],
    ),
    "envoys in the north": (
        "Norwegian Foreign Minister Siri Bakken met Russian envoy Lev Gromov in Kirkenes. “The cod do "
        "not carry passports,” she told him. Gromov disagreed: “They carry a Russian accent.” The "
        "minister's spokesman said the talks were “cordial in tone, less so in substance”. “See you in "
        "Murmansk,” Gromov told reporters as he left.",
        [
            ("The cod do", "Siri Bakken"),
            ("They carry", "Lev Gromov"),
            ("cordial in tone", "spokesman of Siri Bakken"),
            ("See you in", "Lev Gromov"),
        ],
    ),
    "capitals that speak": (
        'Colombia\'s president called his Venezuelan counterpart on Friday. "He picked up at once," a '
        'palace official said. "That was new." According to Caracas, the two agreed "to keep the line '
        'open". The US State Department declined to comment. "We read the papers like everybody else," '
        "an official there said.",
        [("He picked up", "palace official"), ("to keep the line", "Venezuela"), ("We read the papers", "official")],
    ),
    "one word and more": (
        "“Enough,” said President Tomas Varga. “Slovakia has waited two years for this bridge.” "
        "Hungarian officials say they are “surprised by the tone, not by the content”. “It will be "
        "built,” promised the Hungarian transport minister, Eva Nemeth.",
        [("Enough", "Tomas Varga"), ("surprised by", "officials of Hungary"), ("It will be", "Eva Nemeth")],
    ),
    "an apology": (
        "The Thai prime minister, Anong Sirichai, flew to Phnom Penh on Thursday and apologised for the "
        "shelling. “I came to say what should have been said in May,” Ms. Sirichai said. Cambodia's "
        "leader accepted the apology, calling it “late but whole”. He did not take questions.",
        [("I came to say", "Anong Sirichai"), ("late but whole", "leader of Cambodia")],
    ),
    "an exclamation": (
        "“It was a good call,” US President Donald Trump wrote on Truth Social after speaking with "
        "Vladimir Putin for two hours. “Very good tone and spirit!” Putin, for his part, said the "
        "conversation was “meaningful and quite frank”. The Kremlin's aide Yuri Ushakov told "
        "journalists: “Nobody wanted to hang up first.”",
        [("It was a good", "Donald Trump"), ("meaningful and", "Vladimir Putin"), ("Nobody wanted", "Yuri Ushakov")],
    ),
    "what he answered": (
        "German Foreign Minister Jonas Weidel, who was in Ankara on Tuesday, said that Turkey was “a "
        "partner one can quarrel with”. Asked about the jets, he answered: “Ask me in June.” His Turkish "
        "counterpart, Selim Aksoy, said, “I will ask him in May.”",
        [("a partner one", "Jonas Weidel"), ("Ask me in", "Jonas Weidel"), ("I will ask", "Selim Aksoy")],
    ),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_every_quotation_has_its_speaker(read: Read, name: str) -> None:
    text, expected = PARAGRAPHS[name]
    direct = [r for r in build_statements(read(text)) if r.type == "direct"]
    found = [(str(quote.value), ", ".join(r.names("actor"))) for r in direct if (quote := r.first("quote"))]
    assert len(found) == len(expected)
    assert [(quote[: len(w)], actor) for (quote, actor), (w, _) in zip(found, expected, strict=True)] == expected
