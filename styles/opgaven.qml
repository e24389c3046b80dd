<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <temporal enabled="1" mode="2" startField="start" endField="eind" limitMode="1" accumulate="0"
    fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
    <fixedRange><start></start><end></end></fixedRange>
  </temporal>
  <renderer-v2 type="RuleRenderer" enableorderby="0" forceraster="0" symbollevels="0">
    <rules key="alle">
      <rule key="punt" symbol="0" label="Punten" filter="geometry_type($geometry)='Point'"/>
      <rule key="lijn" symbol="1" label="Lijnen" filter="geometry_type($geometry)='Line'"/>
      <rule key="vlak" symbol="2" label="Vlakken" filter="geometry_type($geometry)='Polygon'"/>
    </rules>
    <symbols>
      <symbol name="0" type="marker" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="0,158,115,255"/>
            <Option name="name" type="QString" value="circle"/>
            <Option name="outline_color" type="QString" value="0,90,65,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="size" type="QString" value="3"/>
            <Option name="size_unit" type="QString" value="MM"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="1" type="line" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleLine" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="line_color" type="QString" value="0,158,115,255"/>
            <Option name="line_style" type="QString" value="solid"/>
            <Option name="line_width" type="QString" value="0.8"/>
            <Option name="line_width_unit" type="QString" value="MM"/>
            <Option name="capstyle" type="QString" value="round"/>
            <Option name="joinstyle" type="QString" value="round"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="0,158,115,110"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="0,90,65,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.3"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"><editWidget type="Hidden"><config><Option/></config></editWidget></field>
    <field name="start" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="eind" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="opgave_id" name="Opgave" index="1"/>
    <alias field="bron" name="Bron" index="2"/>
    <alias field="id" name="Id" index="3"/>
    <alias field="naam" name="Naam" index="4"/>
    <alias field="soort" name="Soort" index="5"/>
    <alias field="domein" name="Domein" index="6"/>
    <alias field="type" name="Type" index="7"/>
    <alias field="trekker" name="Trekker" index="8"/>
    <alias field="fase" name="Fase" index="9"/>
    <alias field="status" name="Status" index="10"/>
    <alias field="rol" name="Rol" index="11"/>
    <alias field="start" name="Start" index="12"/>
    <alias field="eind" name="Eind" index="13"/>
    <alias field="start_tekst" name="Start in de bron" index="14"/>
    <alias field="eind_tekst" name="Eind in de bron" index="15"/>
    <alias field="tijd_onbekend" name="Tijd onbekend" index="16"/>
    <alias field="eind_onbekend" name="Eind onbekend" index="17"/>
    <alias field="aanhaken" name="Aanhaken" index="18"/>
    <alias field="werkafstand_m" name="Werkafstand (m)" index="19"/>
    <alias field="werkgebied_m2" name="Werkgebied (m²)" index="20"/>
    <alias field="lengte_m" name="Lengte (m)" index="21"/>
    <alias field="niveau" name="Niveau" index="22"/>
    <alias field="hersteld" name="Hersteld" index="23"/>
    <alias field="aantal_koppelkansen" name="Aantal koppelkansen" index="24"/>
    <alias field="kansen" name="Kansen" index="25"/>
    <alias field="risicos" name="Risico's" index="26"/>
    <alias field="doelstelling" name="Doelstelling" index="27"/>
    <alias field="budget" name="Budget" index="28"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="opgave_id" hidden="0" width="-1"/>
      <column type="field" name="bron" hidden="0" width="-1"/>
      <column type="field" name="id" hidden="0" width="-1"/>
      <column type="field" name="naam" hidden="0" width="-1"/>
      <column type="field" name="soort" hidden="0" width="-1"/>
      <column type="field" name="domein" hidden="0" width="-1"/>
      <column type="field" name="type" hidden="0" width="-1"/>
      <column type="field" name="trekker" hidden="0" width="-1"/>
      <column type="field" name="fase" hidden="0" width="-1"/>
      <column type="field" name="status" hidden="0" width="-1"/>
      <column type="field" name="rol" hidden="0" width="-1"/>
      <column type="field" name="start" hidden="0" width="-1"/>
      <column type="field" name="eind" hidden="0" width="-1"/>
      <column type="field" name="start_tekst" hidden="0" width="-1"/>
      <column type="field" name="eind_tekst" hidden="0" width="-1"/>
      <column type="field" name="tijd_onbekend" hidden="0" width="-1"/>
      <column type="field" name="eind_onbekend" hidden="0" width="-1"/>
      <column type="field" name="aanhaken" hidden="0" width="-1"/>
      <column type="field" name="werkafstand_m" hidden="0" width="-1"/>
      <column type="field" name="werkgebied_m2" hidden="0" width="-1"/>
      <column type="field" name="lengte_m" hidden="0" width="-1"/>
      <column type="field" name="niveau" hidden="0" width="-1"/>
      <column type="field" name="hersteld" hidden="0" width="-1"/>
      <column type="field" name="aantal_koppelkansen" hidden="0" width="-1"/>
      <column type="field" name="kansen" hidden="0" width="-1"/>
      <column type="field" name="risicos" hidden="0" width="-1"/>
      <column type="field" name="doelstelling" hidden="0" width="-1"/>
      <column type="field" name="budget" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>coalesce("naam", "opgave_id")</previewExpression>
  <mapTip>&lt;b&gt;[% coalesce("naam", "opgave_id") %]&lt;/b&gt;</mapTip>
</qgis>
