{{%AUTOESCAPE context="HTML"}}{{#ER_ZIJN}}
<div class="rol" tabindex="0" role="region" aria-label="{{LABEL}}"><table class="vast kansen{{#BUURTKOP}} met-buurt{{/BUURTKOP}}{{#UITERLIJKKOP}} met-dag{{/UITERLIJKKOP}}">
{{#UITLEG}}<caption>{{TEKST}}</caption>{{/UITLEG}}
<thead><tr><th scope="col" class="b-nr">{{T_kansen_nr}}</th><th scope="col" class="b-opgaven">{{T_kansen_opgaven}}</th>{{#BUURTKOP}}<th scope="col" class="b-buurt">{{T_kansen_buurt}}</th>{{/BUURTKOP}}<th scope="col" class="getal b-grond">{{T_kansen_grond}}</th><th scope="col" class="b-merk">{{T_kansen_aanhaken}}</th><th scope="col">{{T_kansen_doen}}</th>{{#UITERLIJKKOP}}<th scope="col" class="b-dag">{{T_kansen_uiterlijk}}</th>{{/UITERLIJKKOP}}</tr></thead>
<tbody>
{{#RIJ}}<tr><td class="nr">{{NR}}</td><th scope="row">{{#OPGAVE}}<span class="stip" style="background-color:{{KLEUR}}"></span><bdi class="naam">{{NAAM}}</bdi><span class="wie">{{SOORT}} · <bdi>{{TREKKER}}</bdi> · {{WANNEER}}</span>{{/OPGAVE}}</th>{{#BUURT}}<td>{{#BUURT_NAAM}}{{#LINK}}<a href="{{HREF}}"><bdi>{{NAAM}}</bdi></a>{{/LINK}}{{#KAAL}}<bdi>{{NAAM}}</bdi>{{/KAAL}}{{#BUURT_NAAM_separator}}, {{/BUURT_NAAM_separator}}{{/BUURT_NAAM}}</td>{{/BUURT}}<td class="getal">{{GROND}}{{#ERBIJ}}<br><small>{{TEKST}}</small>{{/ERBIJ}}</td><td><span class="merk {{KLASSE}}">{{AANHAKEN}}</span><br><small>{{ZEKERHEID}}, {{VERBAND}}</small>{{#SAMEN}}<br><small>{{T_kansen_samen}}</small>{{/SAMEN}}</td><td>{{#DOEN}}{{TEKST}}{{#DOEN_separator}} {{/DOEN_separator}}{{/DOEN}}</td>{{#UITERLIJK}}<td>{{TEKST}}</td>{{/UITERLIJK}}</tr>
{{/RIJ}}
</tbody>
</table></div>
{{#MEER}}<p class="uitleg">{{TEKST}}</p>{{/MEER}}
{{/ER_ZIJN}}
{{#GEEN}}<p>{{T_kansen_geen}}</p>{{/GEEN}}
