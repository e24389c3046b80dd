<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"><editWidget type="Hidden"><config><Option/></config></editWidget></field>
    <field name="peildatum" configurationFlags="None"><editWidget type="DateTime"><config><Option type="Map">
      <Option name="display_format" type="QString" value="dd-MM-yyyy"/>
      <Option name="field_format" type="QString" value="yyyy-MM-dd"/>
      <Option name="calendar_popup" type="bool" value="true"/>
      <Option name="allow_null" type="bool" value="true"/>
    </Option></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="version" name="Versie" index="1"/>
    <alias field="peildatum" name="Peildatum" index="2"/>
    <alias field="horizon" name="Horizon" index="3"/>
    <alias field="aanloop" name="Aanloop" index="4"/>
    <alias field="configuration" name="Configuratie" index="5"/>
    <alias field="inputs" name="Invoer" index="6"/>
    <alias field="gdal" name="GDAL" index="7"/>
    <alias field="geos" name="GEOS" index="8"/>
    <alias field="proj" name="PROJ" index="9"/>
    <alias field="sqlite" name="SQLite" index="10"/>
    <alias field="buurten_jaar" name="Jaar van de buurten" index="11"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="version" hidden="0" width="-1"/>
      <column type="field" name="peildatum" hidden="0" width="-1"/>
      <column type="field" name="horizon" hidden="0" width="-1"/>
      <column type="field" name="aanloop" hidden="0" width="-1"/>
      <column type="field" name="configuration" hidden="0" width="-1"/>
      <column type="field" name="inputs" hidden="0" width="-1"/>
      <column type="field" name="gdal" hidden="0" width="-1"/>
      <column type="field" name="geos" hidden="0" width="-1"/>
      <column type="field" name="proj" hidden="0" width="-1"/>
      <column type="field" name="sqlite" hidden="0" width="-1"/>
      <column type="field" name="buurten_jaar" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"version"</previewExpression>
  <layerGeometryType>4</layerGeometryType>
</qgis>
