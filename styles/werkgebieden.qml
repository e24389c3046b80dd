<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0" hasScaleBasedVisibilityFlag="1" minScale="25000" maxScale="0">
  <temporal enabled="1" mode="2" startField="start" endField="eind" limitMode="1" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
    <fixedRange>
      <start/>
      <end/>
    </fixedRange>
  </temporal>
  <renderer-v2 type="RuleRenderer" enableorderby="0" forceraster="0" symbollevels="0">
    <rules key="alle">
      <rule key="vlak:rioolvervanging" symbol="0" label="Rioolvervanging" filter="&quot;soort&quot; = 'rioolvervanging'"/>
      <rule key="vlak:rioolrelining" symbol="1" label="Rioolrelining" filter="&quot;soort&quot; = 'rioolrelining'"/>
      <rule key="vlak:hemelwater" symbol="2" label="Afkoppelen en hemelwaterriool" filter="&quot;soort&quot; = 'hemelwater'"/>
      <rule key="vlak:waterleiding" symbol="3" label="Waterleiding" filter="&quot;soort&quot; = 'waterleiding'"/>
      <rule key="vlak:watergang" symbol="4" label="Watergang en baggeren" filter="&quot;soort&quot; = 'watergang'"/>
      <rule key="vlak:klimaatadaptatie" symbol="5" label="Klimaatadaptatie" filter="&quot;soort&quot; = 'klimaatadaptatie'"/>
      <rule key="vlak:warmtenet" symbol="6" label="Warmtenet" filter="&quot;soort&quot; = 'warmtenet'"/>
      <rule key="vlak:gasleiding" symbol="7" label="Gasleiding" filter="&quot;soort&quot; = 'gasleiding'"/>
      <rule key="vlak:elektriciteit" symbol="8" label="Elektriciteitskabel" filter="&quot;soort&quot; = 'elektriciteit'"/>
      <rule key="vlak:trafostation" symbol="9" label="Trafostation" filter="&quot;soort&quot; = 'trafostation'"/>
      <rule key="vlak:telecom" symbol="10" label="Telecom en glasvezel" filter="&quot;soort&quot; = 'telecom'"/>
      <rule key="vlak:laadpalen" symbol="11" label="Laadpalen" filter="&quot;soort&quot; = 'laadpalen'"/>
      <rule key="vlak:openbare_verlichting" symbol="12" label="Openbare verlichting" filter="&quot;soort&quot; = 'openbare_verlichting'"/>
      <rule key="vlak:herinrichting" symbol="13" label="Herinrichting" filter="&quot;soort&quot; = 'herinrichting'"/>
      <rule key="vlak:wegonderhoud" symbol="14" label="Wegonderhoud asfalt" filter="&quot;soort&quot; = 'wegonderhoud'"/>
      <rule key="vlak:bestrating" symbol="15" label="Bestrating en trottoirs" filter="&quot;soort&quot; = 'bestrating'"/>
      <rule key="vlak:fietspad" symbol="16" label="Fietspad" filter="&quot;soort&quot; = 'fietspad'"/>
      <rule key="vlak:tram_spoor" symbol="17" label="Tram en spoor" filter="&quot;soort&quot; = 'tram_spoor'"/>
      <rule key="vlak:brug_kade" symbol="18" label="Bruggen en kades" filter="&quot;soort&quot; = 'brug_kade'"/>
      <rule key="vlak:groen" symbol="19" label="Groen" filter="&quot;soort&quot; = 'groen'"/>
      <rule key="vlak:bomen" symbol="20" label="Bomen" filter="&quot;soort&quot; = 'bomen'"/>
      <rule key="vlak:speelplek" symbol="21" label="Speelplek" filter="&quot;soort&quot; = 'speelplek'"/>
      <rule key="vlak:woningrenovatie" symbol="22" label="Woningrenovatie" filter="&quot;soort&quot; = 'woningrenovatie'"/>
      <rule key="vlak:nieuwbouw" symbol="23" label="Nieuwbouw" filter="&quot;soort&quot; = 'nieuwbouw'"/>
      <rule key="vlak:sloop" symbol="24" label="Sloop" filter="&quot;soort&quot; = 'sloop'"/>
      <rule key="vlak:bodemsanering" symbol="25" label="Bodemsanering" filter="&quot;soort&quot; = 'bodemsanering'"/>
      <rule key="vlak:wonen" symbol="26" label="Wonen" filter="&quot;soort&quot; = 'wonen'"/>
      <rule key="vlak:werk_en_participatie" symbol="27" label="Werk en participatie" filter="&quot;soort&quot; = 'werk_en_participatie'"/>
      <rule key="vlak:onderwijs_en_opvoeding" symbol="28" label="Onderwijs en opvoeding" filter="&quot;soort&quot; = 'onderwijs_en_opvoeding'"/>
      <rule key="vlak:veiligheid" symbol="29" label="Veiligheid" filter="&quot;soort&quot; = 'veiligheid'"/>
      <rule key="vlak:gezondheid_en_zorg" symbol="30" label="Gezondheid en zorg" filter="&quot;soort&quot; = 'gezondheid_en_zorg'"/>
      <rule key="vlak:samenleven_en_integratie" symbol="31" label="Samenleven en integratie" filter="&quot;soort&quot; = 'samenleven_en_integratie'"/>
      <rule key="vlak:leefomgeving" symbol="32" label="Leefomgeving" filter="&quot;soort&quot; = 'leefomgeving'"/>
      <rule key="vlak:duurzaamheid" symbol="33" label="Duurzaamheid" filter="&quot;soort&quot; = 'duurzaamheid'"/>
      <rule key="vlak:*1" symbol="34" label="Eigen soort 1" filter="&quot;soort&quot; = 'extra1'"/>
      <rule key="vlak:*2" symbol="35" label="Eigen soort 2" filter="&quot;soort&quot; = 'extra2'"/>
      <rule key="vlak:*3" symbol="36" label="Eigen soort 3" filter="&quot;soort&quot; = 'extra3'"/>
      <rule key="vlak:*4" symbol="37" label="Eigen soort 4" filter="&quot;soort&quot; = 'extra4'"/>
      <rule key="vlak:*5" symbol="38" label="Eigen soort 5" filter="&quot;soort&quot; = 'extra5'"/>
      <rule key="vlak:*6" symbol="39" label="Eigen soort 6" filter="&quot;soort&quot; = 'extra6'"/>
      <rule key="vlak:*" symbol="40" label="Overige soorten" filter="ELSE"/>
    </rules>
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="11,79,138,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="7,47,83,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="74,127,181,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="44,76,109,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="63,160,220,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="38,96,132,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="3" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="0,114,178,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="0,68,107,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="4" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="127,196,232,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="76,118,139,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="5" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="23,163,152,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="14,98,91,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="6" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="214,47,31,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="128,28,19,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="7" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="217,184,0,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="130,110,0,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="8" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="242,142,28,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="145,85,17,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="9" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="179,88,6,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="107,53,4,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="10" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="106,81,163,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="64,49,98,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="11" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="247,178,103,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="148,107,62,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="12" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="201,162,39,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="121,97,23,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="13" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="123,75,42,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="74,45,25,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="14" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="47,47,47,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="28,28,28,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="15" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="156,122,91,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="94,73,55,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="16" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="194,24,91,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="116,14,55,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="17" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="55,71,79,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="33,43,47,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="18" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="92,92,138,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="55,55,83,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="19" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="46,139,61,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="28,83,37,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="20" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="20,90,38,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="12,54,23,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="21" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="139,195,74,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="83,117,44,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="22" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="181,71,143,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="109,43,86,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="23" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="122,31,92,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="73,19,55,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="24" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="215,155,194,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="129,93,116,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="25" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="107,91,0,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="64,55,0,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="26" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="142,124,195,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="85,74,117,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="27" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="176,122,161,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="106,73,97,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="28" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="227,119,194,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="136,71,116,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="29" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="196,78,82,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="118,47,49,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="30" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="244,133,158,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="146,80,95,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="31" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="160,81,149,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="96,49,89,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="32" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="102,161,130,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="61,97,78,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="33" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="136,176,75,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="82,106,45,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="34" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="17,119,51,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="10,71,31,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="35" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="136,34,85,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="82,20,51,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="36" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="51,34,136,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="31,20,82,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="37" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="153,153,51,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="92,92,31,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="38" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="68,170,153,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="41,102,92,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="39" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="170,68,102,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="102,41,61,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="40" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="128,128,128,76"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="77,77,77,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <layerGeometryType>2</layerGeometryType>
</qgis>
