{{%AUTOESCAPE context="HTML"}}<section>
<h2>{{T_cijfers_titel}}</h2>
<dl class="cijfers">
{{#CIJFER}}<div><dt>{{WAT}}</dt><dd>{{HOEVEEL}}</dd></div>
{{/CIJFER}}
</dl>
</section>
