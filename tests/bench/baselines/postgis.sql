-- The layer koppelkansen in PostGIS: the same pairs, areas and times, in one parallel query.
-- OFFSET 0 keeps the planner from working out one expression twice.
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;

CREATE UNLOGGED TABLE opgave AS
SELECT opgave_id, soort, start, eind, tot, geom, line, ground, ST_Area(ground) AS ground_m2
FROM (SELECT bron || ':' || id AS opgave_id, soort, start, eind,
             (eind + interval '2 years')::date AS tot, geom, ST_Dimension(geom) = 1 AS line,
             CASE WHEN werkafstand > 0 THEN ST_Buffer(geom, werkafstand, 'quad_segs=8') ELSE geom END AS ground
      FROM (SELECT 'riool' AS bron, 'rioolvervanging' AS soort, id, start, eind, werkafstand, geom FROM riool
            UNION ALL SELECT 'warmte', 'warmtenet', id, start, eind, werkafstand, geom FROM warmte
            UNION ALL SELECT 'herinrichting', 'herinrichting', id, start, eind, werkafstand, geom FROM herinrichting
            UNION ALL SELECT 'wegen', 'wegonderhoud', id, start, eind, werkafstand, geom FROM wegen
            UNION ALL SELECT 'kabels', 'elektriciteit', id, start, eind, werkafstand, geom FROM kabels
            UNION ALL SELECT 'groen', 'bomen', id, start, eind, werkafstand, geom FROM groen) plan
      WHERE eind >= date '2025-01-01'
      OFFSET 0) buffered;
CREATE INDEX ON opgave USING gist (ground);
CREATE INDEX ON buurten USING gist (geom);
ANALYZE opgave;
ANALYZE buurten;

CREATE UNLOGGED TABLE koppelkansen AS
SELECT u.buurtcode, u.buurtnaam, a.opgave_id AS opgave_a, b.opgave_id AS opgave_b, a.soort AS soort_a,
       b.soort AS soort_b, a.start AS start_a, a.eind AS eind_a, b.start AS start_b, b.eind AS eind_b,
       t.days AS tussentijd_min, t.days AS tussentijd_max, 'zeker' AS tijd_zekerheid,
       CASE WHEN t.days = 0 THEN 'gelijktijdig' ELSE 'na_elkaar' END AS verband,
       m.m2 AS oppervlakte_m2, m.m2 / a.ground_m2 AS aandeel_a, m.m2 / b.ground_m2 AS aandeel_b,
       CASE WHEN a.line THEN ST_Length(ST_Intersection(a.geom, g.ground)) END AS lengte_a_m,
       CASE WHEN b.line THEN ST_Length(ST_Intersection(b.geom, g.ground)) END AS lengte_b_m,
       ST_Distance(a.geom, b.geom) AS afstand_m, ST_Multi(ST_CollectionExtract(g.ground, 3)) AS geom
FROM opgave a
JOIN opgave b ON a.ground && b.ground AND a.opgave_id < b.opgave_id AND a.soort <> b.soort
             AND a.start <= b.tot AND b.start <= a.tot
CROSS JOIN LATERAL (SELECT ST_Intersection(a.ground, b.ground) AS ground OFFSET 0) shared
JOIN buurten u ON u.geom && shared.ground
CROSS JOIN LATERAL (SELECT CASE WHEN ST_Covers(u.geom, shared.ground) THEN shared.ground
                                ELSE ST_Intersection(u.geom, shared.ground) END AS ground OFFSET 0) g
CROSS JOIN LATERAL (SELECT ST_Area(g.ground) AS m2 OFFSET 0) m
CROSS JOIN LATERAL (SELECT greatest(0, a.start - b.eind, b.start - a.eind) AS days OFFSET 0) t
WHERE m.m2 >= 1.0
ORDER BY u.buurtcode, a.opgave_id, b.opgave_id;
