"""Cities and residences where diplomacy happens, beside the capitals; written by us. Name -> id of the state."""

from __future__ import annotations

VENUES: dict[str, str] = {
    name: state
    for state, names in {
        "USA": "Washington D.C.|Washington DC|Washington, DC|New York|New York City|Camp David|Mar-a-Lago|Palm Beach|Anchorage|Alaska|Joint Base Elmendorf-Richardson|Joint Base "
        "Andrews|San Francisco|Los Angeles|Chicago|Miami|Doral|Atlanta|Houston|Boston|Philadelphia|Detroit|Sunnylands|Bedminster|"
        "Rancho Mirage|Woodside|Hawaii|Honolulu|Florida|Texas|California|Wilmington|Delaware|Dayton|Annapolis|Blair House|Oval "
        "Office|Foggy Bottom|Capitol Hill|Seattle|Denver|Dallas|Crawford|Kennebunkport",
        "CHE": "Geneva|Davos|Zurich|Bürgenstock|Lausanne|Lugano|Montreux|Basel",
        "RUS": "Sochi|St Petersburg|St. Petersburg|Saint Petersburg|Petersburg|Vladivostok|Kazan|Bocharov Ruchei|Novo-Ogaryovo|"
        "Kaliningrad|Yekaterinburg|Valdai|Grozny|Ufa|Khabarovsk|Gelendzhik|Anapa|Volgograd|Murmansk",
        "SAU": "Jeddah|Mecca|Neom|AlUla",
        "TUR": "Istanbul|Antalya|Izmir|Dolmabahce|Dolmabahçe Palace",
        "ARE": "Dubai|Sharjah",
        "EGY": "Sharm el-Sheikh|Sharm El Sheikh|Alexandria|Ismailia|El Alamein|Luxor|New Administrative Capital",
        "DEU": "Munich|Hamburg|Ramstein|Bonn|Frankfurt|Elmau|Schloss Elmau|Meseberg|Dresden|Cologne|Stuttgart|Heiligendamm",
        "FRA": "Nice|Versailles|Strasbourg|Biarritz|Evian|Marseille|Lyon|Deauville|Normandy|Toulouse|Cannes|Rambouillet|"
        "Elysee Palace|Élysée Palace|Avignon",
        "GBR": "Edinburgh|Glasgow|Belfast|Cardiff|Chequers|Downing Street|10 Downing Street|Windsor|Windsor Castle|Carbis Bay|"
        "Cornwall|Lancaster House|Scotland|Wales|Northern Ireland|Oxford|Blenheim Palace|Bletchley Park|Buckingham Palace|Salisbury|"
        "Lough Erne|Gleneagles|Manchester|Birmingham|Plymouth|Jersey",
        "ITA": "Milan|Venice|Naples|Trieste|Capri|Taormina|Turin|Florence|Genoa|L'Aquila|Sicily|Borgo Egnazia|Apulia|"
        "Bari|Palermo",
        "JPN": "Hiroshima|Osaka|Kyoto|Nagasaki|Hokkaido|Sapporo|Okinawa|Ise-Shima|Karuizawa|Nara|Yokohama|Niigata|Nagato",
        "KOR": "Busan|Gyeongju|Incheon|Panmunjom|Jeju|Blue House|Yongsan|Pyeongchang|Gangneung",
        "CHN": "Shanghai|Tianjin|Hangzhou|Xi'an|Xian|Guangzhou|Shenzhen|Chengdu|Wuhan|Sanya|Boao|Qingdao|Kunming|Great Hall of the "
        "People|Diaoyutai|Nanjing|Xiamen|Harbin|Chongqing|Dalian|Beidaihe",
        "IND": "Mumbai|Goa|Bengaluru|Bangalore|Chennai|Kolkata|Hyderabad|Ahmedabad|Jaipur|Varanasi|Hyderabad House|Mamallapuram|Delhi|"
        "Agra|Udaipur",
        "IDN": "Bali|Nusa Dua|Bandung|Labuan Bajo",
        "AUS": "Sydney|Melbourne|Perth|Brisbane|Adelaide|Cairns|Hobart|Darwin|Kirribilli House",
        "NZL": "Auckland|Queenstown|Christchurch|Waitangi",
        "CAN": "Toronto|Montreal|Quebec City|Halifax|Vancouver|Kananaskis|Banff|Charlevoix|Calgary|Gander",
        "MEX": "Cancun|Cancún|Los Cabos|Guadalajara|Monterrey",
        "BRA": "Rio de Janeiro|Sao Paulo|São Paulo|Belem|Belém|Fortaleza|Salvador|Manaus",
        "ARG": "Mar del Plata|Bariloche", "COL": "Cartagena|Cali|Medellin|Medellín", "PER": "Cusco|Arequipa",
        "ZAF": "Johannesburg|Cape Town|Durban|Pretoria|Sandton|Sun City", "ISR": "Tel Aviv|Haifa|Eilat|Herzliya",
        "PSE": "Gaza|Gaza City|Gaza Strip|West Bank|Bethlehem|Hebron|Rafah|Jericho", "UKR": "Odesa|Odessa|Lviv|Kharkiv|Yalta|Mariinskyi "
        "Palace|Uzhhorod|Chernihiv|Bucha|Zaporizhzhia|Kherson|Donetsk|Luhansk|Mariupol|Crimea|Dnipro|Irpin",
        "POL": "Krakow|Kraków|Gdansk|Gdańsk|Rzeszow|Rzeszów|Poznan|Wroclaw|Lublin|Lodz", "LTU": "Kaunas|Klaipeda",
        "BLR": "Brest|Gomel|Grodno|Vitebsk", "KAZ": "Almaty|Nur-Sultan|Borovoe|Turkistan", "UZB": "Samarkand|Bukhara|Khiva",
        "KGZ": "Cholpon-Ata|Osh", "TKM": "Awaza|Avaza", "AZE": "Nakhchivan|Ganja|Shusha|Lachin|Gabala|Karabakh", "GEO": "Batumi",
        "ARM": "Gyumri|Dilijan", "GRC": "Thessaloniki|Crete|Santorini|Rhodes|Chania", "ESP": "Barcelona|Seville|Granada|Malaga|Palma",
        "PRT": "Porto|Sintra|Funchal|Madeira|Azores", "NLD": "The Hague|Rotterdam|Maastricht", "BEL": "Bruges|Ostend|Antwerp|Ghent",
        "NOR": "Bergen|Tromso|Tromsø|Svalbard|Bodo|Akureyri", "ISL": "Akureyri|Keflavik", "SWE": "Gothenburg|Malmo|Harpsund|Visby|Lulea",
        "FIN": "Turku|Kultaranta|Rovaniemi|Lapland|Naantali", "DNK": "Aarhus|Marienborg|Skagen", "EST": "Tartu|Narva", "LVA": "Rundale",
        "AUT": "Salzburg|Alpbach|Graz|Innsbruck|Hofburg|Linz", "HUN": "Szeged|Debrecen|Visegrad", "CZE": "Brno|Lany", "SVK": "Kosice|Tatras",
        "HRV": "Dubrovnik|Split|Zadar|Brdo", "SVN": "Bled|Brdo|Brdo pri Kranju|Kranj", "SRB": "Novi Sad|Nis", "MKD": "Ohrid|Prespa",
        "BIH": "Mostar|Banja Luka|Srebrenica", "ALB": "Durres", "ROU": "Constanta|Sibiu|Deveselu", "BGR": "Plovdiv|Varna|Euxinograd",
        "IRQ": "Erbil|Basra|Mosul|Najaf|Kirkuk", "IRN": "Mashhad|Isfahan|Natanz|Fordow|Bushehr", "SYR": "Aleppo|Latakia|Tartus|Homs|Idlib|"
        "Palmyra", "JOR": "Aqaba|Dead Sea|Al-Husseiniya Palace|Petra", "QAT": "Lusail|Al Udeid", "OMN": "Salalah|Nizwa", "YEM": "Aden|Hodeidah|"
        "Marib|Taiz", "LBY": "Benghazi|Sirte|Misrata|Tobruk", "MAR": "Marrakech|Marrakesh|Casablanca|Fez|Tangier|Agadir",
        "TUN": "Carthage|Djerba", "DZA": "Oran|Constantine", "SDN": "Port Sudan|Darfur|El Fasher", "ETH": "Bahir Dar|Mekelle|Lalibela",
        "KEN": "Mombasa|Naivasha", "TZA": "Dar es Salaam|Zanzibar|Arusha", "UGA": "Entebbe", "NGA": "Lagos|Kano", "COD": "Goma|Lubumbashi|Bukavu",
        "AGO": "Lobito|Benguela", "PAK": "Karachi|Lahore|Rawalpindi|Peshawar|Quetta|Murree", "AFG": "Kandahar|Bagram|Herat|Mazar-i-Sharif",
        "VNM": "Da Nang|Ho Chi Minh City|Saigon|Hue|Ha Long", "THA": "Phuket|Chiang Mai|Hua Hin|Pattaya", "MYS": "Putrajaya|Penang|Langkawi",
        "PHL": "Cebu|Davao|Subic Bay|Malacanang", "KHM": "Siem Reap", "LAO": "Luang Prabang", "SGP": "Sentosa|Shangri-La Hotel",
        "LKA": "Kandy|Hambantota|Jaffna", "NPL": "Pokhara|Lumbini", "MMR": "Yangon|Rangoon|Mandalay|Rakhine", "TWN": "Kaohsiung|Kinmen|Tainan",
        "CUB": "Guantanamo|Guantánamo|Varadero", "PRI": "San Juan", "PNG": "Lae", "CYP": "Limassol|Larnaca|Paphos", "GRL": "Kangerlussuaq|Pituffik",
        "HKG": "Victoria Harbour", "UN": "United Nations headquarters|UN headquarters", "TJK": "Khujand|Dangara",
    }.items()
    for name in names.split("|")
}  # fmt: skip
