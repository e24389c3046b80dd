<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"><editWidget type="Hidden"><config><Option/></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="bron" name="Bron" index="1"/>
    <alias field="pad" name="Pad" index="2"/>
    <alias field="laag" name="Laag" index="3"/>
    <alias field="crs" name="CRS" index="4"/>
    <alias field="nauwkeurigheid_m" name="Nauwkeurigheid (m)" index="5"/>
    <alias field="gelezen" name="Gelezen" index="6"/>
    <alias field="geanalyseerd" name="Geanalyseerd" index="7"/>
    <alias field="samengevoegd" name="Samengevoegd" index="8"/>
    <alias field="afgekeurd" name="Afgekeurd" index="9"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="bron" hidden="0" width="-1"/>
      <column type="field" name="pad" hidden="0" width="-1"/>
      <column type="field" name="laag" hidden="0" width="-1"/>
      <column type="field" name="crs" hidden="0" width="-1"/>
      <column type="field" name="nauwkeurigheid_m" hidden="0" width="-1"/>
      <column type="field" name="gelezen" hidden="0" width="-1"/>
      <column type="field" name="geanalyseerd" hidden="0" width="-1"/>
      <column type="field" name="samengevoegd" hidden="0" width="-1"/>
      <column type="field" name="afgekeurd" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"bron"</previewExpression>
  <layerGeometryType>4</layerGeometryType>
</qgis>
