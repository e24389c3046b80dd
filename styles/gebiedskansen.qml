<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="86,180,233,70"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="36,110,153,255"/>
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
    <field name="start_a" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="eind_a" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="start_b" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="eind_b" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="eerste_start" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="koppelkans_id" name="Koppelkans" index="1"/>
    <alias field="buurtcode" name="Buurtcode" index="2"/>
    <alias field="buurtnaam" name="Buurt" index="3"/>
    <alias field="opgave_a" name="Opgave A" index="4"/>
    <alias field="opgave_b" name="Opgave B" index="5"/>
    <alias field="naam_a" name="Naam A" index="6"/>
    <alias field="naam_b" name="Naam B" index="7"/>
    <alias field="soort_a" name="Soort A" index="8"/>
    <alias field="soort_b" name="Soort B" index="9"/>
    <alias field="domein_a" name="Domein A" index="10"/>
    <alias field="domein_b" name="Domein B" index="11"/>
    <alias field="trekker_a" name="Trekker A" index="12"/>
    <alias field="trekker_b" name="Trekker B" index="13"/>
    <alias field="start_a" name="Start A" index="14"/>
    <alias field="eind_a" name="Eind A" index="15"/>
    <alias field="start_b" name="Start B" index="16"/>
    <alias field="eind_b" name="Eind B" index="17"/>
    <alias field="tussentijd_min" name="Tussentijd minstens (dagen)" index="18"/>
    <alias field="tussentijd_max" name="Tussentijd hoogstens (dagen)" index="19"/>
    <alias field="tijd_zekerheid" name="Zekerheid in tijd" index="20"/>
    <alias field="verband" name="Verband in tijd" index="21"/>
    <alias field="eerste_start" name="Eerste start" index="22"/>
    <alias field="aanhaken" name="Aanhaken" index="23"/>
    <alias field="oppervlakte_m2" name="Oppervlakte (m²)" index="24"/>
    <alias field="aandeel_a" name="Aandeel A" index="25"/>
    <alias field="aandeel_b" name="Aandeel B" index="26"/>
    <alias field="lengte_a_m" name="Lengte A (m)" index="27"/>
    <alias field="lengte_b_m" name="Lengte B (m)" index="28"/>
    <alias field="eerst" name="Eerst" index="29"/>
    <alias field="volgorde_strijdig" name="Volgorde strijdig" index="30"/>
    <alias field="type" name="Type" index="31"/>
    <alias field="al_samen" name="Al samen" index="32"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="koppelkans_id" hidden="0" width="-1"/>
      <column type="field" name="buurtcode" hidden="0" width="-1"/>
      <column type="field" name="buurtnaam" hidden="0" width="-1"/>
      <column type="field" name="opgave_a" hidden="0" width="-1"/>
      <column type="field" name="opgave_b" hidden="0" width="-1"/>
      <column type="field" name="naam_a" hidden="0" width="-1"/>
      <column type="field" name="naam_b" hidden="0" width="-1"/>
      <column type="field" name="soort_a" hidden="0" width="-1"/>
      <column type="field" name="soort_b" hidden="0" width="-1"/>
      <column type="field" name="domein_a" hidden="0" width="-1"/>
      <column type="field" name="domein_b" hidden="0" width="-1"/>
      <column type="field" name="trekker_a" hidden="0" width="-1"/>
      <column type="field" name="trekker_b" hidden="0" width="-1"/>
      <column type="field" name="start_a" hidden="0" width="-1"/>
      <column type="field" name="eind_a" hidden="0" width="-1"/>
      <column type="field" name="start_b" hidden="0" width="-1"/>
      <column type="field" name="eind_b" hidden="0" width="-1"/>
      <column type="field" name="tussentijd_min" hidden="0" width="-1"/>
      <column type="field" name="tussentijd_max" hidden="0" width="-1"/>
      <column type="field" name="tijd_zekerheid" hidden="0" width="-1"/>
      <column type="field" name="verband" hidden="0" width="-1"/>
      <column type="field" name="eerste_start" hidden="0" width="-1"/>
      <column type="field" name="aanhaken" hidden="0" width="-1"/>
      <column type="field" name="oppervlakte_m2" hidden="0" width="-1"/>
      <column type="field" name="aandeel_a" hidden="0" width="-1"/>
      <column type="field" name="aandeel_b" hidden="0" width="-1"/>
      <column type="field" name="lengte_a_m" hidden="0" width="-1"/>
      <column type="field" name="lengte_b_m" hidden="0" width="-1"/>
      <column type="field" name="eerst" hidden="0" width="-1"/>
      <column type="field" name="volgorde_strijdig" hidden="0" width="-1"/>
      <column type="field" name="type" hidden="0" width="-1"/>
      <column type="field" name="al_samen" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>coalesce("naam_a", "opgave_a") || ' + ' || coalesce("naam_b", "opgave_b")</previewExpression>
  <mapTip>&lt;b&gt;[% coalesce("naam_a", "opgave_a") || ' + ' || coalesce("naam_b", "opgave_b") %]&lt;/b&gt;</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
