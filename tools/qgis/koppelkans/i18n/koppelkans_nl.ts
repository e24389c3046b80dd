<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>Koppelkans</name>
    <message>
        <location filename="../account.py"/>
        <source>fault</source>
        <translation>fout</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>by rule</source>
        <translation>volgens regel</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>Plans checked</source>
        <translation>Plannen gecontroleerd</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>{gelezen} rows read, {geanalyseerd} analysed, {samengevoegd} merged, {afgekeurd} left out</source>
        <translation>{gelezen} rijen gelezen, {geanalyseerd} geanalyseerd, {samengevoegd} samengevoegd, {afgekeurd} afgekeurd</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>reason</source>
        <translation>reden</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>kind</source>
        <translation>aard</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>rows</source>
        <translation>rijen</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>first rows</source>
        <translation>eerste rijen</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>what stands there</source>
        <translation>wat er staat</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>row {number}</source>
        <translation>rij {number}</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>Together: {counts}, of which {fouten} with a fault</source>
        <translation>Samen: {counts}, waarvan {fouten} met een fout</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>Peildatum {peildatum}, horizon {horizon}, {buurten} buurten</source>
        <translation>Peildatum {peildatum}, horizon {horizon}, {buurten} buurten</translation>
    </message>
    <message>
        <location filename="../account.py"/>
        <source>soort: {soort}</source>
        <translation>soort: {soort}</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Find koppelkansen</source>
        <translation>Koppelkansen bepalen</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Finds per buurt which plans meet in space and time, and writes them to a GeoPackage.</source>
        <translation>Vindt per buurt welke plannen elkaar treffen in plaats en tijd, en schrijft ze naar een GeoPackage.</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>koppelkansen,works,plans,combine,municipality,neighbourhood</source>
        <translation>koppelkansen,werk met werk maken,plannen,opgaven,gemeente,buurt</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Layers to write (none: all)</source>
        <translation>Te schrijven lagen (geen: alle)</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Replace the result if it is there already</source>
        <translation>Het resultaat vervangen als het er al is</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Add the layers of the result to the project</source>
        <translation>De lagen van het resultaat aan het project toevoegen</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Reads all plans, finds per buurt which of them meet in space and time (the koppelkansen), and writes one GeoPackage, with an account of every row that was read.</source>
        <translation>Leest alle plannen, vindt per buurt welke elkaar treffen in plaats en tijd (de koppelkansen) en schrijft één GeoPackage, met een verantwoording van elke gelezen rij.</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Give a configuration (koppelkans.toml), or layers. Of layers the columns are recognised by their usual names, and the soort by a column, by the name of the layer or by that of its file: rename a layer to, say, Warmtenet to tell its soort. A layer is read as QGIS shows it, with its filter and with edits that were not saved.</source>
        <translation>Geef een configuratie (koppelkans.toml), of kaartlagen. Van kaartlagen worden de kolommen herkend aan hun gebruikelijke namen, en de soort aan een kolom, aan de naam van de laag of aan die van het bestand: noem een laag bijvoorbeeld Warmtenet om te zeggen welke soort het is. Een laag wordt gelezen zoals QGIS hem toont, met zijn filter en met bewerkingen die nog niet zijn opgeslagen.</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>A CSV, and any table with x and y, needs the CRS of those that say none.</source>
        <translation>Voor een CSV, en voor elke tabel met x en y, is het CRS nodig van lagen die er geen noemen.</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Start in the layer Koppelkansen where aanhaken is kansrijk: there is room to join. Then look at Afgekeurd: every row that was left out, with its reason.</source>
        <translation>Begin in de laag Koppelkansen waar aanhaken kansrijk is: daar is ruimte om aan te haken. Kijk daarna naar Afgekeurd: elke rij die niet meedeed, met de reden.</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>When it is stopped, an earlier result is left as it was.</source>
        <translation>Wie onderweg stopt, houdt het vorige resultaat zoals het was.</translation>
    </message>
    <message>
        <location filename="../algorithm_bepalen.py"/>
        <source>Number of {layer}</source>
        <translation>Aantal {layer}</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>Write a configuration</source>
        <translation>Configuratie maken</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>Looks at the files in a folder and writes a koppelkans.toml that runs as it is.</source>
        <translation>Bekijkt de bestanden in een map en schrijft een koppelkans.toml die meteen werkt.</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>koppelkansen,configuration,toml,folder</source>
        <translation>koppelkansen,configuratie,toml,map</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>Folder with plans</source>
        <translation>Map met plannen</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>The CRS of files that say none</source>
        <translation>Het CRS van bestanden die er geen noemen</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>Replace the configuration if it is there already</source>
        <translation>De configuratie vervangen als die er al is</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>Configuration (empty: koppelkans.toml in the folder)</source>
        <translation>Configuratie (leeg: koppelkans.toml in de map)</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>Looks at the vector files and tables in a folder, recognises the buurten, the columns and the soort of each source, and writes a koppelkans.toml with comments that Find koppelkansen takes as it is.</source>
        <translation>Bekijkt de vectorbestanden en tabellen in een map, herkent de buurten, de kolommen en de soort van elke bron, en schrijft een koppelkans.toml met toelichting die Koppelkansen bepalen meteen kan gebruiken.</translation>
    </message>
    <message>
        <location filename="../algorithm_configuratie.py"/>
        <source>A source that is not ready, since its soort or its CRS is not known, stands in it as a comment with the reason. Correct in a text editor what was guessed wrong, and go on with Check plans.</source>
        <translation>Een bron die nog niet klaar is, omdat de soort of het CRS niet bekend is, staat er als commentaar in, met de reden. Verbeter in een teksteditor wat verkeerd is geraden, en ga verder met Plannen controleren.</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Check plans</source>
        <translation>Plannen controleren</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Reads all plans and tells which rows would be left out, and why.</source>
        <translation>Leest alle plannen en vertelt welke rijen zouden afvallen, en waarom.</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>koppelkansen,check,quality,plans,rows left out</source>
        <translation>koppelkansen,controle,kwaliteit,plannen,afgekeurde rijen</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Rows read</source>
        <translation>Gelezen rijen</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Rows that would be analysed</source>
        <translation>Rijen die geanalyseerd zouden worden</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Rows merged into another</source>
        <translation>Rijen die bij een andere zijn gevoegd</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Rows that would be left out</source>
        <translation>Rijen die zouden afvallen</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Rows with a fault</source>
        <translation>Rijen met een fout</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>Reads all plans as Find koppelkansen does, and tells for each source how it was understood, and which rows would be left out and why. Nothing is analysed, and no result written.</source>
        <translation>Leest alle plannen zoals Koppelkansen bepalen dat doet, en vertelt van elke bron hoe die is begrepen en welke rijen zouden afvallen en waarom. Er wordt niets geanalyseerd en geen resultaat geschreven.</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>A fault is something to mend in the data, such as a date that cannot be read. By rule are left out plans that are vervallen, afgerond, or outside the period or the buurten.</source>
        <translation>Een fout is iets om in de gegevens te herstellen, zoals een datum die niet te lezen is. Volgens regel vallen plannen af die vervallen of afgerond zijn, of buiten de periode of de buurten liggen.</translation>
    </message>
    <message>
        <location filename="../algorithm_controleren.py"/>
        <source>The report is the same as a page that can be sent to whoever keeps the data.</source>
        <translation>Het rapport is hetzelfde als een pagina, om te sturen aan wie de gegevens beheert.</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Make a report</source>
        <translation>Rapport maken</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Makes pages, a workbook and tables of a result, for those who do not work in QGIS.</source>
        <translation>Maakt van een resultaat pagina's, een werkmap en tabellen, voor wie niet in QGIS werkt.</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>koppelkansen,report,pages,pdf,html,excel,xlsx,csv,neighbourhood</source>
        <translation>koppelkansen,rapport,pagina's,pdf,html,excel,xlsx,csv,buurt</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Result of Find koppelkansen</source>
        <translation>Resultaat van Koppelkansen bepalen</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>A page for each</source>
        <translation>Een pagina per</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Pages only for these codes, such as WK028902, WK028903 (empty: all)</source>
        <translation>Alleen pagina's voor deze codes, zoals WK028902, WK028903 (leeg: alle)</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Write as</source>
        <translation>Schrijven als</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Language of the report</source>
        <translation>Taal van het rapport</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Folder of the report</source>
        <translation>Map van het rapport</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Makes of a result of Find koppelkansen what people take to the table: a page for each buurt, wijk or gemeente with a map, a timeline, the koppelkansen in order of promise and what to do before which day; an overview of the whole; and all rows in a workbook (xlsx) or as tables (csv).</source>
        <translation>Maakt van een resultaat van Koppelkansen bepalen wat mee kan naar het overleg: per buurt, wijk of gemeente een pagina met een kaart, een tijdlijn, de koppelkansen met de kansrijkste bovenaan en wat vóór welke dag moet gebeuren; een overzicht van het geheel; en alle rijen in een werkmap (xlsx) of als tabellen (csv).</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>The pages need no network and can be sent as they are. Start with index.html or index.pdf, to which the menu Processing, Results Viewer has a link.</source>
        <translation>De pagina's hebben geen netwerk nodig en kunnen zo verstuurd worden. Begin bij index.html of index.pdf; het menu Processing, Resultaten bekijken heeft er een koppeling naar.</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>PDF needs the program WeasyPrint (Debian: apt install weasyprint), and a second or two for each page.</source>
        <translation>Voor PDF is het programma WeasyPrint nodig (Debian: apt install weasyprint), en per pagina een seconde of twee.</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>With codes of buurten, wijken or gemeenten there are pages only for these; overview and tables stay those of the whole result.</source>
        <translation>Met codes van buurten, wijken of gemeenten komen er alleen daarvoor pagina's; overzicht en tabellen blijven die van het hele resultaat.</translation>
    </message>
    <message>
        <location filename="../algorithm_rapport.py"/>
        <source>Choose a folder that is new or empty, or one with an earlier report, which is renewed. When it is stopped, an earlier report is left as it was.</source>
        <translation>Kies een map die nieuw of leeg is, of een met een eerder rapport, dat dan vernieuwd wordt. Wie onderweg stopt, houdt het vorige rapport zoals het was.</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>The name of a layer can tell its soort, and QGIS can be told its CRS. Anything more takes a configuration.</source>
        <translation>De naam van een laag kan zijn soort vertellen, en het CRS van een laag is in QGIS in te stellen. Voor al het andere is een configuratie nodig.</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Allow the network: databases and web addresses in the configuration</source>
        <translation>Netwerk toestaan: databases en webadressen in de configuratie</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Configuration (koppelkans.toml)</source>
        <translation>Configuratie (koppelkans.toml)</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Or layers with plans, tables too</source>
        <translation>Of kaartlagen met plannen, ook tabellen</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>With the layers: the buurten</source>
        <translation>Bij de kaartlagen: de buurten</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>With the layers: the CRS of those that say none</source>
        <translation>Bij de kaartlagen: het CRS van lagen die er geen noemen</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Peildatum (empty: today, or as configured)</source>
        <translation>Peildatum (leeg: vandaag, of volgens de configuratie)</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Horizon, such as "2 jaar" or P18M (empty: two years, or as configured)</source>
        <translation>Horizon, zoals "2 jaar" of P18M (leeg: twee jaar, of volgens de configuratie)</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Give a configuration or layers, not both: a configuration names its own plans.</source>
        <translation>Geef een configuratie of kaartlagen, niet allebei: een configuratie noemt haar eigen plannen.</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>Give a configuration, or layers with plans and the layer of the buurten.</source>
        <translation>Geef een configuratie, of kaartlagen met plannen en de laag met de buurten.</translation>
    </message>
    <message>
        <location filename="../job_algorithm.py"/>
        <source>These layers cannot be read; mend their source first: {names}</source>
        <translation>Deze lagen kunnen niet gelezen worden; herstel eerst de bron ervan: {names}</translation>
    </message>
    <message>
        <location filename="../layer_copy.py"/>
        <source>Copying {name}</source>
        <translation>{name} kopiëren</translation>
    </message>
    <message>
        <location filename="../layer_copy.py"/>
        <source>The layer {name} cannot be copied: {reason}</source>
        <translation>De laag {name} kan niet gekopieerd worden: {reason}</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>The program koppelkans was not found. Install it (its README tells how; on Debian it is the package koppelkans), or name it under Settings, Options, Processing, Providers, Koppelkans, or by the environment variable KOPPELKANS_PROGRAM.</source>
        <translation>Het programma koppelkans is niet gevonden. Installeer het (de README vertelt hoe; op Debian is het het pakket koppelkans), of wijs het aan onder Extra, Opties, Processing, Providers, Koppelkans, of met de omgevingsvariabele KOPPELKANS_PROGRAM.</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>the setting of Processing (Settings, Options, Processing, Providers, Koppelkans)</source>
        <translation>de instelling van Processing (Extra, Opties, Processing, Providers, Koppelkans)</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>the environment variable KOPPELKANS_PROGRAM</source>
        <translation>de omgevingsvariabele KOPPELKANS_PROGRAM</translation>
    </message>
    <message>
        <location filename="../program.py"/>
        <source>{path} is no program that can be run; it is named by {place}.</source>
        <translation>{path} is geen programma dat uitgevoerd kan worden; het is aangewezen door {place}.</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Reading buurten</source>
        <translation>Buurten lezen</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Reading plans</source>
        <translation>Plannen lezen</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Finding koppelkansen</source>
        <translation>Koppelkansen zoeken</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Writing the result</source>
        <translation>Resultaat schrijven</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Reading the result</source>
        <translation>Resultaat lezen</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Writing pages</source>
        <translation>Pagina's schrijven</translation>
    </message>
    <message>
        <location filename="../progress.py"/>
        <source>Writing tables</source>
        <translation>Tabellen schrijven</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>Koppelkans: where planned works can go together</source>
        <translation>Koppelkans: waar gepland werk samen kan</translation>
    </message>
    <message>
        <location filename="../provider.py"/>
        <source>The program koppelkans</source>
        <translation>Het programma koppelkans</translation>
    </message>
    <message>
        <location filename="../run.py"/>
        <source>The program koppelkans ended with code {code} and said nothing.</source>
        <translation>Het programma koppelkans eindigde met code {code} en zei niets.</translation>
    </message>
    <message>
        <location filename="../run.py"/>
        <source>Stopped; nothing was written.</source>
        <translation>Gestopt; er is niets geschreven.</translation>
    </message>
    <message>
        <location filename="../run.py"/>
        <source>The program koppelkans was ended by signal {signal}.</source>
        <translation>Het programma koppelkans is beëindigd door signaal {signal}.</translation>
    </message>
    <message>
        <location filename="../run.py"/>
        <source>{program} cannot be started: {reason}</source>
        <translation>{program} kan niet gestart worden: {reason}</translation>
    </message>
</context>
</TS>
