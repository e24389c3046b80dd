<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="1" readOnly="0">
  <temporal enabled="1" mode="2" startField="eerste_start" endField="laatste_eind" limitMode="1" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
    <fixedRange>
      <start/>
      <end/>
    </fixedRange>
  </temporal>
  <renderer-v2 type="graduatedSymbol" attr="aantal_soorten" graduatedMethod="GraduatedColor" enableorderby="0" forceraster="0" symbollevels="0">
    <ranges>
      <range lower="3" upper="3" label="3 soorten" symbol="0" render="true"/>
      <range lower="4" upper="4" label="4 soorten" symbol="1" render="true"/>
      <range lower="5" upper="1000000" label="5 of meer soorten" symbol="2" render="true"/>
    </ranges>
    <symbols>
      <symbol name="0" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="201,179,230,178"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="94,47,145,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.6"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="1" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="148,104,199,191"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="63,28,102,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="0.9"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
      <symbol name="2" type="fill" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleFill" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option name="color" type="QString" value="75,30,128,204"/>
            <Option name="style" type="QString" value="solid"/>
            <Option name="outline_color" type="QString" value="36,10,64,255"/>
            <Option name="outline_style" type="QString" value="solid"/>
            <Option name="outline_width" type="QString" value="1.2"/>
            <Option name="outline_width_unit" type="QString" value="MM"/>
            <Option name="joinstyle" type="QString" value="bevel"/>
          </Option>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <labeling type="simple">
    <settings calloutType="simple">
      <text-style fieldName="&quot;aantal_soorten&quot; || ' soorten'" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="30,30,30,255" textOpacity="1" fontWeight="50" multilineHeight="0.9">
        <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.8" bufferNoFill="1"/>
      </text-style>
      <placement placement="1" centroidInside="1" fitInPolygonOnly="0"/>
      <rendering drawLabels="1" scaleVisibility="1" scaleMax="5000" scaleMin="1" obstacle="1" displayAll="0" fontMinPixelSize="3" fontMaxPixelSize="10000"/>
    </settings>
  </labeling>
  <layerGeometryType>2</layerGeometryType>
</qgis>
