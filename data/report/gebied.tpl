{{%AUTOESCAPE context="HTML"}}<!DOCTYPE html>
<html lang="{{TAAL}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="koppelkans {{VERSIE}}">
<title>{{TITEL}} - {{T_kop_product}}</title>
{{>STIJL}}
</head>
<body>
<nav aria-label="{{T_kop_product}}"><a class="spring" href="#inhoud">{{T_kop_naar_inhoud}}</a> {{#TERUG}}<a href="{{HREF}}">{{T_kop_naar_overzicht}}</a>{{/TERUG}}</nav>
<main id="inhoud">
<header>
<h1><bdi>{{TITEL}}</bdi></h1>
<p class="onder">{{GEBIED}}. {{STAND}}</p>
{{#OUD}}<p><strong>{{TEKST}}</strong></p>{{/OUD}}
{{#BUURTEN}}<p class="onder">{{NAMEN}}</p>{{/BUURTEN}}
</header>
<section class="opvalt">
<h2>{{T_opvalt_titel}}</h2>
{{#ZIN}}<p>{{TEKST}}</p>
{{/ZIN}}
</section>
{{>CIJFERS}}
{{#KAART_DEEL}}
<section>
<h2>{{T_kaart_titel}}</h2>
{{#KAART_ER_IS}}
<figure>
{{>KAART}}
<figcaption>{{BIJSCHRIFT}}
<ul class="legenda" aria-label="{{T_kaart_legenda}}">
{{#SLEUTEL}}<li>{{>TEKEN}}{{NAAM}}</li>
{{/SLEUTEL}}
</ul>
</figcaption>
</figure>
{{/KAART_ER_IS}}
{{#KAART_GEEN}}<p>{{TEKST}}</p>{{/KAART_GEEN}}
</section>
{{/KAART_DEEL}}
{{#TIJDLIJN_DEEL}}
<section>
<h2>{{T_tijdlijn_titel}}</h2>
{{#TIJDLIJN_ER_IS}}
<figure>
{{>TIJDLIJN}}
<figcaption>{{BIJSCHRIFT}}</figcaption>
</figure>
{{/TIJDLIJN_ER_IS}}
{{#TIJDLIJN_GEEN}}<p>{{TEKST}}</p>{{/TIJDLIJN_GEEN}}
</section>
{{/TIJDLIJN_DEEL}}
{{#KANSEN_DEEL}}
<section>
<h2 id="koppelkansen">{{T_kansen_titel}}</h2>
{{>KANSEN}}
</section>
{{/KANSEN_DEEL}}
{{#COMBINATIES_DEEL}}
<section>
<h2>{{T_combinaties_titel}}</h2>
{{#ER_ZIJN}}
<div class="rol" tabindex="0" role="region" aria-label="{{T_combinaties_titel}}"><table class="vast">
<thead><tr><th scope="col" class="b-kwart">{{T_combinaties_soorten}}</th><th scope="col">{{T_combinaties_opgaven}}</th><th scope="col" class="getal b-smal">{{T_combinaties_grond}}</th><th scope="col" class="b-smal">{{T_combinaties_periode}}</th><th scope="col" class="b-merk">{{T_kansen_aanhaken}}</th></tr></thead>
<tbody>
{{#RIJ}}<tr><th scope="row">{{#SOORT}}<span class="stip" style="background-color:{{KLEUR}}"></span>{{NAAM}}<br>{{/SOORT}}</th><td>{{#OPGAVE}}<bdi>{{NAAM}}</bdi><br>{{/OPGAVE}}</td><td class="getal">{{GROND}}</td><td>{{PERIODE}}</td><td><span class="merk {{KLASSE}}">{{AANHAKEN}}</span></td></tr>
{{/RIJ}}
</tbody>
</table></div>
{{#MEER}}<p class="uitleg">{{TEKST}}</p>{{/MEER}}
{{/ER_ZIJN}}
{{#GEEN}}<p>{{T_combinaties_geen}}</p>{{/GEEN}}
</section>
{{/COMBINATIES_DEEL}}
{{#RISICOS_DEEL}}
<section>
<h2>{{T_risicos_titel}}</h2>
{{#ER_ZIJN}}
<div class="rol" tabindex="0" role="region" aria-label="{{T_risicos_titel}}"><table class="vast">
<caption>{{T_risicos_uitleg}}</caption>
<thead><tr><th scope="col" class="b-kwart">{{T_risicos_eerst}}</th><th scope="col" class="b-kwart">{{T_risicos_daarna}}</th><th scope="col" class="b-dag">{{T_risicos_rust}}</th><th scope="col" class="getal b-smal">{{T_risicos_grond}}</th><th scope="col">{{T_risicos_doen}}</th></tr></thead>
<tbody>
{{#RIJ}}<tr><th scope="row"><span class="stip" style="background-color:{{KLEUR_EERST}}"></span><bdi class="naam">{{EERST}}</bdi><span class="wie">{{KLAAR}}</span></th><td><span class="stip" style="background-color:{{KLEUR_DAARNA}}"></span><bdi class="naam">{{DAARNA}}</bdi><span class="wie">{{BEGINT}}</span></td><td>{{RUST}}<br><small>{{ZEKERHEID}}</small></td><td class="getal">{{GROND}}</td><td>{{DOEN}}</td></tr>
{{/RIJ}}
</tbody>
</table></div>
{{#MEER}}<p class="uitleg">{{TEKST}}</p>{{/MEER}}
{{/ER_ZIJN}}
{{#GEEN}}<p>{{T_risicos_geen}}</p>{{/GEEN}}
</section>
{{/RISICOS_DEEL}}
{{#SOCIAAL_DEEL}}
<section>
<h2>{{T_sociaal_titel}}</h2>
{{#OPGAVE}}
<h3><span class="stip" style="background-color:{{KLEUR}}"></span><bdi>{{NAAM}}</bdi></h3>
<dl class="sociaal">
{{#REGEL}}<dt>{{KOP}}</dt><dd>{{#WAARDE}}<bdi>{{TEKST}}</bdi>{{#WAARDE_separator}}<br>{{/WAARDE_separator}}{{/WAARDE}}</dd>
{{/REGEL}}
</dl>
{{/OPGAVE}}
{{#MEER}}<p class="uitleg">{{TEKST}}</p>{{/MEER}}
</section>
{{/SOCIAAL_DEEL}}
{{#GEBIEDSKANSEN_DEEL}}
<section>
<h2>{{T_kansen_gebied_titel}}</h2>
<p class="uitleg">{{T_kansen_gebied_uitleg}}</p>
{{>KANSEN}}
</section>
{{/GEBIEDSKANSEN_DEEL}}
{{#OPGAVEN_DEEL}}
<section>
<h2>{{T_opgaven_titel}}</h2>
<div class="rol" tabindex="0" role="region" aria-label="{{T_opgaven_titel}}"><table class="vast">
<thead><tr><th scope="col" class="b-derde">{{T_opgaven_naam}}</th><th scope="col" class="b-kwart">{{T_opgaven_soort}}</th><th scope="col">{{T_opgaven_trekker}}</th><th scope="col" class="b-fase">{{T_opgaven_fase}}</th><th scope="col" class="b-fase">{{T_opgaven_wanneer}}</th></tr></thead>
<tbody>
{{#RIJ}}<tr><th scope="row"><bdi>{{NAAM}}</bdi></th><td><span class="stip" style="background-color:{{KLEUR}}"></span>{{SOORT}}</td><td><bdi>{{TREKKER}}</bdi></td><td>{{FASE}}</td><td>{{WANNEER}}</td></tr>
{{/RIJ}}
</tbody>
</table></div>
{{#MEER}}<p class="uitleg">{{TEKST}}</p>{{/MEER}}
</section>
{{/OPGAVEN_DEEL}}
<section>
<h2>{{T_gegevens_titel}}</h2>
<ul>
{{#GEGEVEN}}<li>{{TEKST}}{{#LIJST}}<ul>{{#PUNT}}<li><bdi>{{TEKST}}</bdi></li>{{/PUNT}}</ul>{{/LIJST}}</li>
{{/GEGEVEN}}
</ul>
</section>
</main>
<footer><p>{{VOET}}</p></footer>
</body>
</html>
