"""Plans of routes, areas, blocks and spots: heat, climate, housing, green, play, building. A table.

An area is (buurt, s0, t0, s1, t1): part of the buurt's first cell, from 0 west and south to 1 east
and north.
"""

BEWONERS = "Warm Beneden (bewonerscoöperatie)"
WARMTE = "Warmtebedrijf Voorbeeldstad"

# id, name, stretches, start, einde, fase, initiatiefnemer, kansen, risicos
WARMTE_TRACE = [
    ("WN-1", "Warmtenet Benedenbuurt",
     [("Pioenstraat", 0.0, 1.0), ("Irisstraat", 0.1, 0.95), ("Asterstraat", 0.0, 0.9)],
     "medio 2028", "eind 2029", "haalbaarheid", BEWONERS,
     "Het riool moet er toch uit. Warmteleidingen erbij leggen scheelt dan een derde graafwerk.",
     "Genoeg deelnemers nodig voor het besluit; de helft van de huizen is van de corporatie."),
    ("WN-2", "Warmtetransport station - Componistenwijk",
     [("Hollandweg", 0.35, 1.0), ("Sweelinckstraat", 0.3, 1.0)],
     "vanaf 2028", "2030", "planstudie", WARMTE, "Restwarmte van het bedrijvenpark.", None),
    ("WN-3", "Warmteleiding Populierstraat", [("Populierstraat", 0.0, 1.0)],
     "2027-10", "2028-08", "vergunning aangevraagd", WARMTE,
     "Nieuwbouw op het Elzenterrein sluit direct aan.", None),
    ("WN-4", "Koppelleiding buurgemeente", "outside", "2029", "2031", "idee", WARMTE, None, None),
]

# id, name, area, start, einde, fase, initiatiefnemer, kansen
WARMTE_GEBIED = [
    ("WG-1", "Warmtekavel Componistenwijk", ("Sweelinckbuurt", 0.03, 0.03, 0.97, 0.97), "2028-2032",
     None, "verkenning", WARMTE, "Huurders en kopers in één aanpak van het gas af."),
    ("WG-2", "Warmtekavel Haverland", ("Haverland", 0.1, 0.1, 0.9, 0.9), "na 2032", "onbekend",
     "idee", WARMTE, None),
    ("WG-3", "Warmtekavel Schipperskwartier", ("Schipperskwartier", 0.05, 0.05, 0.95, 0.95),
     "9999-12-31", None, "in de wacht", WARMTE, "Nog geen bron in beeld."),
]

# id, name, area or None, start (a date of the data set's DATE column or None), eind, status, kansen
KLIMAAT = [
    ("KA-1", "Wadi's Rozenhof", ("Rozenhof", 0.12, 0.28, 0.9, 0.75), "2027-09-01", "2028-06-30",
     "definitief ontwerp", "Water van daken en straat naar de wadi, schoolkinderen planten mee."),
    ("KA-2", "Hitteplan Oude Markt", ("Oude Markt", 0.25, 0.3, 0.75, 0.75), "2028-03-01",
     "2029-03-01", "voorontwerp", "Schaduw op de markt, ouderen komen dan ook in juli buiten."),
    ("KA-3", "Waterberging Vogelpark", ("Vogelpark", 0.2, 0.1, 0.8, 0.42), "2026-10-01",
     "2027-04-30", "in realisatie", "Vijver groter, natuurpad eromheen."),
    ("KA-4", "Ontstenen Reigersveld", ("Reigersveld", 0.15, 0.3, 0.85, 0.75), "2027-03-15", None,
     "loopt", "Tegelwippen met bewoners, tuin voor tuin."),
    ("KA-5", "Klimaatstraat Maalstraat", None, "2030-01-01", "2031-01-01", "idee", None),
    ("KA-6", "Groenblauwe singel", ("Singelbuurt", 0.05, 0.3, 0.95, 0.42), None, None, "wens",
     "Singel weer open tot aan de Poortstraat."),
]

# id, name, streets whose blocks are renovated, most blocks, start, oplevering, status, corporatie,
# kansen, risicos
WONINGEN = [
    ("WR-1", "Renovatie Sweelinckflats", ["Sweelinckstraat", "Obrechtstraat"], 12,
     "2028-02-01T08:00:00+01:00", "2029-11-30T17:00:00+01:00", "contractvorming",
     "Woningcorporatie De Brink",
     "Huurders krijgen in één keer isolatie, koken op stroom en een nieuwe entree.",
     "Huishoudens in tijdelijke woningen, vooral ouderen zien daartegen op."),
    ("WR-2", "Isolatie Benedenbuurt corporatiewoningen", ["Anjerstraat", "Irisstraat"], 9,
     "2028-09-01T00:00:00+02:00", "2029-12-31T23:59:00+01:00", "in voorbereiding",
     "Woonstichting Rijnoever", "Geïsoleerd huis is klaar voor lage temperatuur warmte.", None),
    ("WR-3", "Groot onderhoud Vinkenstraat", ["Vinkenstraat", "Spreeuwenstraat"], 8,
     "2027-05-01T00:00:00+02:00", "2027-12-01T00:00:00+01:00", "gegund",
     "Woningcorporatie De Brink", None, "Steigers op de stoep."),
    ("WR-4", "Renovatie Ankerstraat", ["Ankerstraat"], 6, "2029-06-01T00:00:00+02:00",
     "2028-06-01T00:00:00+02:00", "gepland", "Woonstichting Rijnoever", None, None),
    ("WR-5", "Renovatie Iepenstraat", ["Iepenstraat"], 6, "2022-03-01T00:00:00+01:00",
     "2023-09-30T00:00:00+02:00", "afgerond", "Woningcorporatie De Brink", None, None),
]

# nummer, omschrijving, (street, from, to, aside, width) strip of green, start, gereed, fase, kansen
GROEN = [
    ("G-01", "Groen Benedenbuurt terugplanten na riool", ("Pioenstraat", 0.0, 1.0, 1.5, 5),
     "winter 2029", "maart 2030", "voorbereiding",
     "Na het riool komt het groen terug: meer soorten, moestuinbakken bij het Dahliaplein."),
    ("G-02", "Plantsoen Dahliaplein", ("Dahliaplein", 0.1, 0.9, 2, 14), "najaar 2029", "",
     "idee", "Bewoners willen zelf een stuk beheren."),
    ("G-03", "Bomenrij Eikenlaan", ("Eikenlaan", 0.0, 0.55, 3, 3), "15 november 2027",
     "15 mrt. 2028", "in voorbereiding", "Grotere plantvakken, ruimte voor regenwater."),
    ("G-04", "Bermen Merelstraat bloemrijk", ("Merelstraat", 0.1, 0.9, -3, 2), "herfst 2028",
     "lente 2029", "ontwerp", "Zaaien met de kinderen van basisschool De Nachtegaal."),
    ("G-05", "Vergroenen Rozenlaan", ("Rozenlaan", 0.05, 0.95, 3, 4), "eind 2028", "begin 2029",
     "VO", ""),
    ("G-06", "Vervangen heesters Fuutlaan", ("Fuutlaan", 0.0, 1.0, 3, 4), "ca. 2027", "",
     "geprogrammeerd", ""),
    ("G-07", "Beplanting Kwekerslaan", ("Kwekerslaan", 0.0, 1.0, 2, 4), "2027-2028", "",
     "ingetrokken", ""),
    ("G-08", "Bermen Zeegweg", ("Zeegweg", 0.1, 0.5, 3, 3), "doorlopend", "", "beheer en onderhoud",
     "Maaisel naar de boer om de hoek."),
]

# nr, plek, (street, fraction, aside), start, oplevering, status, wens of the children
SPEELPLEKKEN = [
    (1, "Speelplek Dahliaplein", ("Dahliaplein", 0.5, 18), "2e helft 2029", "", "wens",
     "Schommel, water en een hut. Liefst tegelijk met het plein."),
    (2, "Trapveld Roodborststraat", ("Roodborststraat", 0.45, 30), "1e kwartaal 2027",
     "zomer 2027", "gepland", "Goals die niet omvallen."),
    (3, "Speeltuin Margrietstraat", ("Margrietstraat", 0.3, 25), "begin mei 2028",
     "medio juli 2028", "VO", "Ook iets voor kinderen in een rolstoel, vraagt café De Tulp."),
    (4, "Speelplek Merelstraat", ("Merelstraat", 0.55, 30), "2028.0", "", "idee",
     "Calisthenics voor de oudere jeugd."),
    (5, "Speelaanleidingen Kerkstraat", ("Kerkstraat", 0.5, 9), "n.t.b.", "n.t.b.", "idee", ""),
    (6, "Speelplek Kastanjelaan", None, "2027", "2028", "gepland", "Coördinaten volgen."),
    (None, "Speelplek zonder nummer, Haverlandlaan", ("Haverlandlaan", 0.4, 32), "2028", "",
     "idee", "Crèche wil meedoen."),
]

# code, soort, name, shape, start, eind, status, trekker, project
BOUW = [
    ("B-01", "Sloop", "Sloop gymzaal Elzenstraat", ("Station Zuid", 0.52, 0.4, 0.68, 0.6),
     "2027-02", "2027-05", "vergund", "Gemeente Voorbeeldstad", "Elzenterrein"),
    ("B-02", "Bodemsanering", "Sanering Elzenterrein", ("Station Zuid", 0.5, 0.38, 0.7, 0.62),
     "mei t/m augustus 2027", None, "besloten", "Gemeente Voorbeeldstad", "Elzenterrein"),
    ("B-03", "Nieuwbouw", "48 woningen Elzenterrein", ("Station Zuid", 0.5, 0.38, 0.7, 0.62),
     "najaar 2027", "Q3 2029", "ontwerp", "Woningcorporatie De Brink", "Elzenterrein"),
    ("B-04", "Kademuur", "Vernieuwen kademuur Havenkade", ("Havenkade", 0.0, 0.26, -9, 6),
     "1 april 2027", "2028-03-31 17:00", "DO", "Waterschap Rijn en Veld", "Entree Havenkade"),
    ("B-05", "Nieuwbouw", "Appartementen Loskade", ("Rijnhaven", 0.3, 0.62, 0.48, 0.9),
     "2030 t/m 2033", "2035", "initiatief", "Ontwikkelcombinatie Rijnhaven", None),
    ("B-06", "Laadplein", "Laadplein Stationsstraat", ("Stationsstraat", 0.84, 0.9, 6, 10),
     "voor 2028", "2028", "gepland", "Netwerk Oost", "nvt"),
]
