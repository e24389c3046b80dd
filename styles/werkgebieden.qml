<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="0" readOnly="0">
  <temporal enabled="1" mode="2" startField="start" endField="eind" limitMode="1" accumulate="0"
    fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
    <fixedRange><start></start><end></end></fixedRange>
  </temporal>
  <renderer-v2 type="singleSymbol" enableorderby="0" forceraster="0" symbollevels="0">
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="150,150,150,60"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="90,90,90,255"/>
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
    <alias field="soort" name="Soort" index="2"/>
    <alias field="start" name="Start" index="3"/>
    <alias field="eind" name="Eind" index="4"/>
  </aliases>
  <attributetableconfig sortOrder="0" sortExpression="" actionWidgetStyle="dropDown">
    <columns>
      <column type="field" name="fid" hidden="1" width="-1"/>
      <column type="field" name="opgave_id" hidden="0" width="-1"/>
      <column type="field" name="soort" hidden="0" width="-1"/>
      <column type="field" name="start" hidden="0" width="-1"/>
      <column type="field" name="eind" hidden="0" width="-1"/>
    </columns>
  </attributetableconfig>
  <editorlayout>generatedlayout</editorlayout>
  <previewExpression>"opgave_id"</previewExpression>
  <mapTip>&lt;b&gt;[% "opgave_id" %]&lt;/b&gt;</mapTip>
  <layerGeometryType>2</layerGeometryType>
</qgis>
