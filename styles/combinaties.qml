<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="204,121,167,120"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="120,50,90,255"/>
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
    <field name="eerste_start" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
    <field name="laatste_eind" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="combinatie_id" name="Combinatie" index="1"/>
    <alias field="buurtcode" name="Buurtcode" index="2"/>
    <alias field="buurtnaam" name="Buurt" index="3"/>
    <alias field="aantal_opgaven" name="Aantal opgaven" index="4"/>
    <alias field="aantal_soorten" name="Aantal soorten" index="5"/>
    <alias field="opgaven" name="Opgaven" index="6"/>
    <alias field="soorten" name="Soorten" index="7"/>
    <alias field="eerste_start" name="Eerste start" index="8"/>
    <alias field="laatste_eind" name="Laatste eind" index="9"/>
    <alias field="aanhaken" name="Aanhaken" index="10"/>
    <alias field="oppervlakte_m2" name="Oppervlakte (m²)" index="11"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="combinatie_id" hidden="0" width="-1"/>
      <column type="field" name="buurtcode" hidden="0" width="-1"/>
      <column type="field" name="buurtnaam" hidden="0" width="-1"/>
      <column type="field" name="aantal_opgaven" hidden="0" width="-1"/>
      <column type="field" name="aantal_soorten" hidden="0" width="-1"/>
      <column type="field" name="opgaven" hidden="0" width="-1"/>
      <column type="field" name="soorten" hidden="0" width="-1"/>
      <column type="field" name="eerste_start" hidden="0" width="-1"/>
      <column type="field" name="laatste_eind" hidden="0" width="-1"/>
      <column type="field" name="aanhaken" hidden="0" width="-1"/>
      <column type="field" name="oppervlakte_m2" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"opgaven"</previewExpression>
  <mapTip>&lt;b&gt;[% "opgaven" %]&lt;/b&gt;</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
