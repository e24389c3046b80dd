{{%AUTOESCAPE context="HTML"}}<svg class="vlak kaart" viewBox="0 0 {{BREED}} {{HOOG}}" font-family="DejaVu Sans, sans-serif" font-size="11">
<defs>
<clipPath id="{{ID}}-rand"><rect x="0" y="0" width="{{BREED}}" height="{{HOOG}}"/></clipPath>
<pattern id="{{ID}}-krap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#E69F00" fill-opacity="0.35"/><line x1="0" y1="0" x2="0" y2="7" stroke="#8A5A00" stroke-width="1.6"/></pattern>
<pattern id="{{ID}}-lopend" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(135)"><rect width="11" height="11" fill="#CC79A7" fill-opacity="0.2"/><line x1="0" y1="0" x2="0" y2="11" stroke="#7A3E63" stroke-width="1.6"/></pattern>
</defs>
{{! To who cannot see it all of it is one picture, this ground; an image may hold no links, and the table beside it has them too. }}<rect x="0" y="0" width="{{BREED}}" height="{{HOOG}}" fill="#FFFFFF" role="img" aria-label="{{ALT}}"/>
<g aria-hidden="true">
<g clip-path="url(#{{ID}}-rand)">
{{#VORM}}{{#SCHAKEL}}<a href="{{HREF}}" tabindex="-1">{{/SCHAKEL}}<path d="{{PAD}}" fill-rule="evenodd" fill="{{VUL}}" fill-opacity="{{DEKKING}}" stroke="{{LIJN}}" stroke-width="{{DIKTE}}"{{#STREEP}} stroke-dasharray="{{STREPEN}}"{{/STREEP}}/>{{#SCHAKEL_EIND}}</a>{{/SCHAKEL_EIND}}
{{/VORM}}
{{#LEIDER}}<line x1="{{X1}}" y1="{{Y1}}" x2="{{X2}}" y2="{{Y2}}" stroke="#1A1A1A" stroke-width="0.7"/>
{{/LEIDER}}
</g>
{{#LABEL}}{{#NUMMER}}<rect x="{{BX}}" y="{{BY}}" width="{{BW}}" height="14" rx="3" fill="#FFFFFF" stroke="#1A1A1A" stroke-width="0.8"/><text x="{{X}}" y="{{Y}}" text-anchor="middle" font-weight="bold" fill="#1A1A1A">{{TEKST}}</text>{{/NUMMER}}{{#NAAM}}<text x="{{X}}" y="{{Y}}" text-anchor="middle" fill="#FFFFFF" stroke="#FFFFFF" stroke-width="3" stroke-linejoin="round">{{TEKST}}</text><text x="{{X}}" y="{{Y}}" text-anchor="middle" fill="#4A4A4A">{{TEKST}}</text>{{/NAAM}}
{{/LABEL}}
<g transform="translate(14 {{ONDER}})"><rect x="-6" y="-20" width="{{BALK_VLAK}}" height="29" fill="#FFFFFF" fill-opacity="0.85"/><path d="M0 -4V2H{{BALK}}V-4" fill="none" stroke="#1A1A1A" stroke-width="1.5"/><text x="0" y="-8" fill="#1A1A1A">{{METERS}}</text></g>
<g transform="translate({{PIJL_X}} 14)"><rect x="-12" y="-8" width="24" height="42" fill="#FFFFFF" fill-opacity="0.85"/><path d="M0 -4L7 16L0 11L-7 16Z" fill="#1A1A1A"/><text x="0" y="29" text-anchor="middle" font-weight="bold" fill="#1A1A1A">{{T_kaart_noord}}</text></g>
</g>
</svg>
