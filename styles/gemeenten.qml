<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="255,255,255,0"/>
            <Option name="style" type="QString" value="no"/>
            <Option name="outline_color" type="QString" value="90,90,90,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="1"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"><editWidget type="Hidden"><config><Option/></config></editWidget></field>
    <field name="drukste_dag" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="gemeentecode" name="Gemeentecode" index="1"/>
    <alias field="jaar" name="Jaar" index="2"/>
    <alias field="aantal_opgaven" name="Aantal opgaven" index="3"/>
    <alias field="aantal_koppelkansen" name="Aantal koppelkansen" index="4"/>
    <alias field="aantal_gebiedskansen" name="Aantal gebiedskansen" index="5"/>
    <alias field="aantal_kansrijk" name="Aantal kansrijk" index="6"/>
    <alias field="aantal_combinaties" name="Aantal combinaties" index="7"/>
    <alias field="aantal_risicos" name="Aantal risico's" index="8"/>
    <alias field="koppel_m2" name="Koppeloppervlakte (m²)" index="9"/>
    <alias field="max_gelijktijdig" name="Meeste tegelijk" index="10"/>
    <alias field="drukste_dag" name="Drukste dag" index="11"/>
    <alias field="domeinen" name="Domeinen" index="12"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="gemeentecode" hidden="0" width="-1"/>
      <column type="field" name="jaar" hidden="0" width="-1"/>
      <column type="field" name="aantal_opgaven" hidden="0" width="-1"/>
      <column type="field" name="aantal_koppelkansen" hidden="0" width="-1"/>
      <column type="field" name="aantal_gebiedskansen" hidden="0" width="-1"/>
      <column type="field" name="aantal_kansrijk" hidden="0" width="-1"/>
      <column type="field" name="aantal_combinaties" hidden="0" width="-1"/>
      <column type="field" name="aantal_risicos" hidden="0" width="-1"/>
      <column type="field" name="koppel_m2" hidden="0" width="-1"/>
      <column type="field" name="max_gelijktijdig" hidden="0" width="-1"/>
      <column type="field" name="drukste_dag" hidden="0" width="-1"/>
      <column type="field" name="domeinen" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"gemeentecode"</previewExpression>
  <mapTip>&lt;b&gt;[% "gemeentecode" %]&lt;/b&gt;</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
