{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="{{TAAL}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="koppelkans {{VERSIE}}">
<title>{{T_kop_overzicht}}</title>
{{>STIJL}}
</head>
<body>
<nav aria-label="{{T_kop_product}}"><a class="spring" href="#inhoud">{{T_kop_naar_inhoud}}</a></nav>
<main id="inhoud">
<header>
<h1>{{T_kop_overzicht}}</h1>
<p class="onder"><bdi>{{BESTAND}}</bdi>. {{STAND}}</p>
{{#OUD}}<p><strong>{{TEKST}}</strong></p>{{/OUD}}
</header>
<section class="opvalt">
<h2>{{T_opvalt_titel}}</h2>
{{#ZIN}}<p>{{TEKST}}</p>
{{/ZIN}}
</section>
{{>CIJFERS}}
{{#TELLING}}<p class="uitleg">{{TEKST}}</p>{{/TELLING}}
{{#BESTE_DEEL}}
<section>
<h2>{{T_overzicht_beste}}</h2>
{{>KANSEN}}
</section>
{{/BESTE_DEEL}}
<section>
<h2>{{T_overzicht_ranglijst}}</h2>
{{#KAART_DEEL}}
<figure>
{{>KAART}}
<figcaption>{{T_kaart_choropleet}}
<ul class="legenda" aria-label="{{T_kaart_legenda}}">
{{#SLEUTEL}}<li>{{>TEKEN}}{{NAAM}}</li>
{{/SLEUTEL}}
</ul>
</figcaption>
</figure>
{{/KAART_DEEL}}
<div class="rol" tabindex="0" role="region" aria-label="{{T_overzicht_ranglijst}}"><table class="heel">
<caption>{{T_overzicht_ranglijst_uitleg}}</caption>
<thead><tr><th scope="col" class="getal">{{T_overzicht_plaats}}</th><th scope="col" class="b-plek">{{T_overzicht_buurt}}</th><th scope="col" class="getal">{{T_cijfers_koppelkansen}}</th><th scope="col" class="getal">{{T_cijfers_kansrijk}}</th><th scope="col" class="getal">{{T_cijfers_grond}}</th>{{#COMBINATIES_KOP}}<th scope="col" class="getal">{{T_cijfers_combinaties}}</th>{{/COMBINATIES_KOP}}{{#RISICOS_KOP}}<th scope="col" class="getal">{{T_cijfers_risicos}}</th>{{/RISICOS_KOP}}<th scope="col" class="getal">{{T_cijfers_opgaven}}</th></tr></thead>
<tbody>
{{#RANG}}<tr><td class="getal">{{PLAATS}}</td><th scope="row">{{#LINK}}<a href="{{HREF}}"><bdi>{{NAAM}}</bdi></a>{{/LINK}}{{#KAAL}}<bdi>{{NAAM}}</bdi>{{/KAAL}}</th><td class="getal">{{KOPPELKANSEN}}</td><td class="getal">{{KANSRIJK}}</td><td class="getal">{{GROND}}</td>{{#COMBINATIES}}<td class="getal">{{N}}</td>{{/COMBINATIES}}{{#RISICOS}}<td class="getal">{{N}}</td>{{/RISICOS}}<td class="getal">{{OPGAVEN}}</td></tr>
{{/RANG}}
</tbody>
</table></div>
{{#RANG_MEER}}<p class="uitleg">{{TEKST}}</p>{{/RANG_MEER}}
</section>
{{#KALENDER}}
<section>
<h2>{{T_overzicht_kalender}}</h2>
<div class="rol" tabindex="0" role="region" aria-label="{{T_overzicht_kalender}}"><table class="matrix heel">
<caption>{{T_overzicht_kalender_uitleg}}</caption>
<thead><tr><th scope="col">{{T_opgaven_soort}}</th>{{#KOP}}<th scope="col" class="getal">{{TEKST}}</th>{{/KOP}}</tr></thead>
<tbody>
{{#RIJ}}<tr{{#SOM}} class="som"{{/SOM}}><th scope="row">{{#STIP}}<span class="stip" style="background-color:{{KLEUR}}"></span>{{/STIP}}{{NAAM}}</th>{{#CEL}}<td class="getal {{TINT}}">{{TEKST}}</td>{{/CEL}}</tr>
{{/RIJ}}
</tbody>
</table></div>
</section>
{{/KALENDER}}
{{#SOORTEN}}
<section>
<h2>{{T_overzicht_soort_soort}}</h2>
<div class="rol" tabindex="0" role="region" aria-label="{{T_overzicht_soort_soort}}"><table class="matrix smal">
<caption>{{T_overzicht_soort_soort_uitleg}}</caption>
<thead><tr><th scope="col">{{T_opgaven_soort}}</th>{{#KOP}}<th scope="col" class="getal"><abbr title="{{NAAM}}">{{TEKST}}</abbr></th>{{/KOP}}</tr></thead>
<tbody>
{{#RIJ}}<tr><th scope="row">{{NR}} <span class="stip" style="background-color:{{KLEUR}}"></span>{{NAAM}}</th>{{#CEL}}<td class="getal {{TINT}}">{{TEKST}}</td>{{/CEL}}</tr>
{{/RIJ}}
</tbody>
</table></div>
</section>
{{/SOORTEN}}
{{#DOMEINEN}}
<section>
<h2>{{T_overzicht_domein_buurt}}</h2>
<div class="rol" tabindex="0" role="region" aria-label="{{T_overzicht_domein_buurt}}"><table class="matrix">
<caption>{{T_overzicht_domein_buurt_uitleg}}</caption>
<thead><tr><th scope="col" class="b-plek">{{T_overzicht_buurt}}</th>{{#KOP}}<th scope="col" class="getal">{{TEKST}}</th>{{/KOP}}<th scope="col" class="b-wie">{{T_overzicht_wie_met_wie}}</th></tr></thead>
<tbody>
{{#RIJ}}<tr><th scope="row"><bdi>{{NAAM}}</bdi></th>{{#CEL}}<td class="getal {{TINT}}">{{TEKST}}</td>{{/CEL}}<td>{{WIE}}</td></tr>
{{/RIJ}}
</tbody>
</table></div>
{{#MEER}}<p class="uitleg">{{TEKST}}</p>{{/MEER}}
</section>
{{/DOMEINEN}}
{{#WERKMAP}}<p><a href="{{HREF}}">{{T_overzicht_werkmap}}</a></p>{{/WERKMAP}}
{{#BLADEN_DEEL}}
<section>
<h2>{{T_overzicht_bladen}}</h2>
<ul class="bladen">
{{#BLAD}}<li><a href="{{HREF}}"><bdi>{{NAAM}}</bdi></a></li>
{{/BLAD}}
</ul>
</section>
{{/BLADEN_DEEL}}
<section>
<h2>{{T_overzicht_weggelaten}}</h2>
{{#REDENEN}}
<table class="smal">
<thead><tr><th scope="col">{{T_overzicht_reden}}</th><th scope="col" class="getal">{{T_overzicht_rijen}}</th></tr></thead>
<tbody>
{{#RIJ}}<tr><th scope="row">{{REDEN}}</th><td class="getal">{{N}}</td></tr>
{{/RIJ}}
</tbody>
</table>
{{/REDENEN}}
{{#GEEN_REDENEN}}<p>{{TEKST}}</p>{{/GEEN_REDENEN}}
<h3>{{T_overzicht_bronnen}}</h3>
<div class="rol" tabindex="0" role="region" aria-label="{{T_overzicht_bronnen}}"><table class="heel">
<thead><tr><th scope="col">{{T_overzicht_bron}}</th><th scope="col" class="getal">{{T_overzicht_gelezen}}</th><th scope="col" class="getal">{{T_overzicht_geanalyseerd}}</th><th scope="col" class="getal">{{T_overzicht_samengevoegd}}</th><th scope="col" class="getal">{{T_overzicht_afgekeurd}}</th></tr></thead>
<tbody>
{{#BRON}}<tr{{#SOM}} class="som"{{/SOM}}><th scope="row"><bdi>{{NAAM}}</bdi></th><td class="getal">{{GELEZEN}}</td><td class="getal">{{GEANALYSEERD}}</td><td class="getal">{{SAMENGEVOEGD}}</td><td class="getal">{{AFGEKEURD}}</td></tr>
{{/BRON}}
</tbody>
</table></div>
</section>
</main>
<footer><p>{{VOET}}</p></footer>
</body>
</html>
