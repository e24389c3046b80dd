<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <fieldConfiguration>
    <field name="fid" configurationFlags="None"><editWidget type="Hidden"><config><Option/></config></editWidget></field>
  </fieldConfiguration>
  <aliases>
    <alias field="opgave_a" name="Opgave A" index="1"/>
    <alias field="opgave_b" name="Opgave B" index="2"/>
    <alias field="buurten" name="Buurten" index="3"/>
    <alias field="oppervlakte_m2" name="Oppervlakte (m²)" index="4"/>
    <alias field="aandeel_a" name="Aandeel A" index="5"/>
    <alias field="aandeel_b" name="Aandeel B" index="6"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="opgave_a" hidden="0" width="-1"/>
      <column type="field" name="opgave_b" hidden="0" width="-1"/>
      <column type="field" name="buurten" hidden="0" width="-1"/>
      <column type="field" name="oppervlakte_m2" hidden="0" width="-1"/>
      <column type="field" name="aandeel_a" hidden="0" width="-1"/>
      <column type="field" name="aandeel_b" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"opgave_a" || ' + ' || "opgave_b"</previewExpression>
  <layerGeometryType>4</layerGeometryType>
</qgis>
