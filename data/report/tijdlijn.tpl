{{%AUTOESCAPE context="HTML"}}<svg class="vlak" viewBox="0 0 {{BREED}} {{HOOG}}" role="img" aria-label="{{ALT}}" font-family="DejaVu Sans, sans-serif" font-size="11">
<defs>
{{#VERLOOP}}<linearGradient id="{{ID}}" x1="0" y1="0" x2="1" y2="0">{{#STOP}}<stop offset="{{BIJ}}" stop-color="{{KLEUR}}" stop-opacity="{{DEKKING}}"/>{{/STOP}}</linearGradient>
{{/VERLOOP}}
</defs>
<rect x="0" y="0" width="{{BREED}}" height="{{HOOG}}" fill="#FFFFFF"/>
{{#JAAR}}<line x1="{{X}}" y1="18" x2="{{X}}" y2="{{HOOG}}" stroke="#D0D0D0" stroke-width="1"/><text x="{{TX}}" y="13" fill="#4A4A4A">{{TEKST}}</text>
{{/JAAR}}
{{#HORIZON}}<rect x="{{VAN}}" y="18" width="{{WIJD}}" height="{{DIEP}}" fill="#56B4E9" fill-opacity="0.12"/><line x1="{{X}}" y1="18" x2="{{X}}" y2="{{BODEM}}" stroke="#0B4F8A" stroke-width="1.5" stroke-dasharray="5 3"/><text x="{{TX}}" y="{{TY}}" text-anchor="{{ANKER}}" fill="#0B4F8A">{{T_tijdlijn_horizon}}</text>{{/HORIZON}}
{{#PEIL}}<line x1="{{X}}" y1="18" x2="{{X}}" y2="{{BODEM}}" stroke="#A32A00" stroke-width="2"/><text x="{{TX}}" y="{{TY}}" text-anchor="{{ANKER}}" fill="#A32A00">{{T_tijdlijn_peildatum}}</text>{{/PEIL}}
{{#BALK}}<text x="{{NX}}" y="{{NY}}" fill="#1A1A1A">{{NAAM}}</text><rect x="{{X}}" y="{{Y}}" width="{{WIJD}}" height="11" fill="{{VUL}}" stroke="{{LIJN}}" stroke-width="{{DIKTE}}"/>
{{/BALK}}
{{#SCHAKEL}}<line x1="{{X}}" y1="{{Y1}}" x2="{{X}}" y2="{{Y2}}" stroke="#1A1A1A" stroke-width="1.2"/><circle cx="{{X}}" cy="{{Y1}}" r="2.4" fill="#1A1A1A"/><circle cx="{{X}}" cy="{{Y2}}" r="2.4" fill="#1A1A1A"/>{{#NR}}<rect x="{{BX}}" y="{{BY}}" width="{{BW}}" height="12" rx="3" fill="#FFFFFF" stroke="#1A1A1A" stroke-width="0.7"/><text x="{{X}}" y="{{TY}}" text-anchor="middle" font-size="9" font-weight="bold" fill="#1A1A1A">{{TEKST}}</text>{{/NR}}
{{/SCHAKEL}}
</svg>
