<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="213,94,0,120"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="130,57,0,255"/>
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
    <field name="eind_eerst" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="start_daarna" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="graafrust_tot" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="risico_id" name="Risico" index="1"/>
    <alias field="buurtcode" name="Buurtcode" index="2"/>
    <alias field="buurtnaam" name="Buurt" index="3"/>
    <alias field="soort_risico" name="Soort risico" index="4"/>
    <alias field="eerst" name="Eerst" index="5"/>
    <alias field="daarna" name="Daarna" index="6"/>
    <alias field="eind_eerst" name="Eind van eerst" index="7"/>
    <alias field="start_daarna" name="Start van daarna" index="8"/>
    <alias field="graafrust_tot" name="Graafrust tot" index="9"/>
    <alias field="zekerheid" name="Zekerheid" index="10"/>
    <alias field="oppervlakte_m2" name="Oppervlakte (m²)" index="11"/>
    <alias field="ernst" name="Ernst (m²)" index="12"/>
    <alias field="koppelkans_id" name="Koppelkans" index="13"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="risico_id" hidden="0" width="-1"/>
      <column type="field" name="buurtcode" hidden="0" width="-1"/>
      <column type="field" name="buurtnaam" hidden="0" width="-1"/>
      <column type="field" name="soort_risico" hidden="0" width="-1"/>
      <column type="field" name="eerst" hidden="0" width="-1"/>
      <column type="field" name="daarna" hidden="0" width="-1"/>
      <column type="field" name="eind_eerst" hidden="0" width="-1"/>
      <column type="field" name="start_daarna" hidden="0" width="-1"/>
      <column type="field" name="graafrust_tot" hidden="0" width="-1"/>
      <column type="field" name="zekerheid" hidden="0" width="-1"/>
      <column type="field" name="oppervlakte_m2" hidden="0" width="-1"/>
      <column type="field" name="ernst" hidden="0" width="-1"/>
      <column type="field" name="koppelkans_id" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"eerst" || ' - ' || "daarna"</previewExpression>
  <mapTip>&lt;b&gt;[% "eerst" || ' - ' || "daarna" %]&lt;/b&gt;</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
