"""Names and make-up of voorbeeldstad: wijken, buurten, street patterns. A table; all made up."""

GEMEENTE = "GM9999"

# wijk: name, and its buurten as (name, lattice cells, street pattern)
WIJKEN = [
    ("Binnenstad", [
        ("Oude Markt", [(3, 1)], "centrum"),
        ("Havenkwartier", [(4, 1)], "centrum"),
        ("Begijnenhof", [(3, 2)], "centrum"),
        ("Singelbuurt", [(4, 2)], "grid"),
    ]),
    ("Bloemenkwartier", [
        ("Benedenbuurt", [(2, 1)], "strook"),
        ("Uiterwaard West", [(1, 1)], "kronkel"),
        ("Rozenhof", [(2, 2)], "grid"),
        ("De Kwekerij", [(1, 2)], "hof"),
    ]),
    ("Schippersoord", [
        ("Rijnhaven", [(5, 1), (6, 1)], "bedrijven"),
        ("Schipperskwartier", [(5, 2)], "grid"),
        ("Werf en Lijnbaan", [(6, 2)], "strook"),
    ]),
    ("Componistenwijk", [
        ("Sweelinckbuurt", [(2, 3)], "strook"),
        ("Diepenbrockbuurt", [(1, 3)], "kronkel"),
        ("Stationskwartier West", [(2, 4)], "grid"),
        ("Muziekpark", [(1, 4)], "hof"),
    ]),
    ("Stationsdistrict", [
        ("Lindenkwartier", [(3, 3)], "grid"),
        ("Eikenbuurt", [(4, 3)], "hof"),
        ("Station Zuid", [(3, 4)], "grid"),
        ("Kastanjehof", [(4, 4)], "strook"),
    ]),
    ("Vogelenzang", [
        ("Merelbuurt", [(5, 3)], "strook"),
        ("Reigersveld", [(5, 4)], "kronkel"),
        ("Vogelpark", [(6, 3), (6, 4)], "park"),
    ]),
    ("Noorderveld", [
        ("Tarwekamp", [(1, 5)], "kronkel"),
        ("Haverland", [(2, 5)], "hof"),
        ("Korenmolen", [(3, 5)], "strook"),
        ("De Dorsvloer", [(4, 5)], "kronkel"),
        ("Gerstakker", [(5, 5)], "hof"),
        ("Bedrijvenpark Noord", [(6, 5)], "bedrijven"),
    ]),
    ("Buitengebied", [
        ("Zuiderpolder", [(0, 0), (1, 0)], "polder"),
        ("Wierslo", [(2, 0), (3, 0)], "dorp"),
        ("Wierslose Veld", [(4, 0), (5, 0)], "polder"),
        ("Oosterwaarden", [(6, 0), (7, 0)], "polder"),
        ("De Blauwe Hoeve", [(0, 1), (0, 2)], "bos"),
        ("Slaperveld", [(0, 3), (0, 4), (0, 5)], "bos"),
        ("Oosterbos", [(7, 1), (7, 2)], "bos"),
        ("Schaapsheide", [(7, 3), (7, 4), (7, 5)], "bos"),
        ("Berkenheide", [(0, 6), (1, 6)], "bos"),
        ("Het Hooiveld", [(2, 6), (3, 6)], "polder"),
        ("Eslo", [(4, 6), (5, 6)], "dorp"),
        ("Keienberg", [(6, 6), (7, 6)], "bos"),
    ]),
]

# wijk: the street names that its local streets take in turn
STREETS = {
    "Binnenstad": """Marktstraat,Kerkstraat,Bergstraat,Vismarkt,Botersteeg,Molenstraat,Kapelstraat,
        Gasthuissteeg,Waterpoort,Havenkade,Schoutenstraat,Zandstraat,Herenstraat,Hoogstraat,
        Achterom,Bagijnestraat,Kloosterpad,Vestpad,Singelstraat,Walstraat,Bolwerk,Vestinglaan,
        Poortstraat,Nieuwe Gracht,Lange Wal,Korte Wal,Muurhuizen,Doelenstraat,Korenbeurs,
        Waagsteeg""",
    "Bloemenkwartier": """Pioenstraat,Irisstraat,Anjerstraat,Asterstraat,Dahliaplein,Crocusstraat,
        Tulpstraat,Narcisstraat,Resedastraat,Violierstraat,Hyacintstraat,Rozenlaan,Lavendelstraat,
        Seringenstraat,Goudsbloemstraat,Klaproosstraat,Margrietstraat,Kamillehof,Kwekerslaan,
        Geraniumstraat,Begoniastraat,Floxhof,Leliestraat,Fuchsiapad,Orchideehof,Petuniastraat,
        Clematishof,Magnolialaan,Jasmijnstraat,Zinniahof,Salviastraat,Akeleihof""",
    "Schippersoord": """Rijnhavenweg,Loskade,Scheepswerfweg,Kraanweg,Schipperstraat,Ankerstraat,
        Roerstraat,Maststraat,Zeilmakerstraat,Kabelgatstraat,Trosstraat,Lijnbaanstraat,
        Touwslagershof,Teerstraat,Boegstraat,Kielstraat,Spantstraat,Aakstraat,Tjalkstraat,
        Botterstraat,Klipperstraat,Schoenerstraat,Sleephelling,Dokstraat""",
    "Componistenwijk": """Sweelinckstraat,Diepenbrocklaan,Obrechtstraat,Badingsstraat,Andriessenhof,
        Pijperstraat,Röntgenlaan,Van Rennesstraat,Voormolenhof,Escherstraat,Wagenaarstraat,
        Zweersstraat,Brandts Buyshof,Valeriusstraat,Huygenslaan,Ockeghemstraat,Josquinstraat,
        Hellendaalhof,Dopperstraat,Bosmanspad,Ruynemanhof,Landréstraat,Koetsierhof,Marezstraat,
        Van Lierhof,Schatpad,Kettinghof,Keurishof,Straesserpad,Muziekpad""",
    "Stationsdistrict": """Lindenstraat,Beukenstraat,Iepenstraat,Wilgenstraat,Berkenstraat,
        Eikenlaan,Acaciastraat,Meidoornstraat,Hazelaarstraat,Lijsterbesstraat,Kastanjelaan,
        Plataanstraat,Elzenstraat,Populierstraat,Esdoornstraat,Goudenregenhof,Vlierstraat,
        Sleedoornstraat,Ahornhof,Taxuspad,Hulststraat,Ginkgohof,Larikspad,Moerbeihof,
        Notenlaan,Walnootpad""",
    "Vogelenzang": """Merelstraat,Lijsterstraat,Vinkenstraat,Spreeuwenstraat,Mezenstraat,
        Roodborststraat,Reigerlaan,Kievitstraat,Gruttohof,Wulppad,Tureluurhof,Fuutlaan,
        Zwanenlaan,IJsvogelpad,Karekietstraat,Nachtegaalhof,Leeuwerikstraat,Winterkoninghof,
        Ooievaarpad,Scholeksterhof""",
    "Noorderveld": """Tarwekamplaan,Spelthof,Emmerhof,Roggeakker,Zaadpad,Wanmolenhof,Haverlandlaan,
        Havermouthof,Zeishof,Sikkelhof,Ploeghof,Egpad,Korenmolenweg,Maalstraat,Wiekstraat,
        Kruistraat,Meelstraat,Dorsvloerlaan,Vlegelhof,Graanhof,Kafpad,Garvenhof,Schovenpad,
        Gerstlaan,Mouthof,Hopveld,Brouwershof,Oogstplein,Hooibergpad,Ampèrestraat,
        Voltastraat""",
    "Buitengebied": """Polderweg,Wetering,Strangweg,Kolkpad,Wierslosestraat,Kerkpad,Brinkstraat,
        Boomgaardweg,Tiendweg,Veldweg,Kersenhof,Griendpad,Veldsestraat,Wolfswaard,
        Plasserwaard,Weteringpad,Oosterdwarsweg,Knotwilgpad,Duivenpad,Elzenpad,
        Blauwe Hoevepad,Bosrand,Waardweg,Slaperdijk,Esweg,Landgoedlaan,Veenkampenweg,
        Dennenpad,Hooilandweg,Leigraafweg,Oosterbosweg,Sprengenpad,Hertenpad,Houtwal,
        Heideweg,Ericapad,Keienweg,Wildpad,Vossenweg,Zandpad,Berkenheidepad,Schaapsdrift,
        Hoge Bosweg,Heidepad,Hooiveldseweg,Zeegweg,Kadepad,Steegse Dijk,Eslose Laan,
        Zwarte Pad,Kruidenlaan,Turfweg,Grindweg,Koeweg,Bovenweg,Beukenpad,Keienbergseweg,
        Jachthuispad,Molenbeekpad,Hogekamppad""",
}

# Main roads: name, then lattice edges as ("up"|"across", fixed line, first, last) or
# ("level", row, t, first column, last column) for a road along a level inside a row.
MAIN_ROADS = [
    ("Bandijk", "level", 1, 0.13, 1, 6),
    ("Spoorlaan", "level", 4, 0.92, 1, 6),
    ("Noorderspoorweg", "level", 5, 0.07, 1, 6),
    ("Zuidelijke Dijk", "level", 0, 0.72, 0, 7),
    ("Rijnbrug", "bridge", 4, 0, 1),
    ("Westwal", "across", 2, 0, 3),
    ("Stadswal", "across", 2, 3, 5),
    ("Veerweg", "across", 2, 5, 8),
    ("Lange Allee", "across", 3, 1, 4),
    ("Burgemeester Terpstraweg", "across", 3, 4, 7),
    ("Hollandweg", "across", 4, 0, 4),
    ("Oostelijke Rondweg", "across", 4, 4, 8),
    ("Noordelijke Rondweg", "across", 6, 1, 7),
    ("Westsingel", "up", 1, 1, 5),
    ("Vredeweg", "up", 2, 1, 6),
    ("Van Ewijckweg", "up", 3, 1, 5),
    ("Stationsstraat", "up", 4, 1, 5),
    ("Stationstunnel", "up", 4, 5, 6),
    ("Rijksweg Noord", "up", 4, 6, 7),
    ("Tolweg", "up", 5, 1, 5),
    ("Oostsingel", "up", 6, 1, 6),
    ("Eslose Weg", "up", 7, 1, 4),
]

# Roads that pass the railway; all other lines stop at the roads beside it.
RAIL_CROSSINGS = {2, 4, 6}


# Streets without houses: dikes, ring roads, bridges, roads along the railway, a green square.
NO_HOUSES = {"Bandijk", "Spoorlaan", "Noorderspoorweg", "Zuidelijke Dijk", "Rijnbrug",
             "Noordelijke Rondweg", "Oostelijke Rondweg", "Stationstunnel", "Rijksweg Noord",
             "Veerweg", "Eslose Weg", "Dahliaplein"}


def buurten():
    """Every buurt as (code, name, wijkcode, wijk name, cells, pattern)."""
    rows = []
    for number, (wijk, members) in enumerate(WIJKEN, start=1):
        for index, (name, cells, pattern) in enumerate(members, start=1):
            code = f"BU9999{number:02d}{index:02d}"
            rows.append((code, name, f"WK9999{number:02d}", wijk, cells, pattern))
    return rows


def street_names(wijk):
    return [name.strip() for name in STREETS[wijk].split(",")]
