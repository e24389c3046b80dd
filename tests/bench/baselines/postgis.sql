-- The layer koppelkansen in PostGIS: the same pairs, areas and times. In three steps, since a value worked
-- out once for later use (LATERAL, OFFSET 0) keeps a join from running on the parallel workers.
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SET min_parallel_index_scan_size = 0;
SET enable_memoize = off;

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

CREATE UNLOGGED TABLE pair AS
SELECT a.opgave_id AS opgave_a, b.opgave_id AS opgave_b, a.soort AS soort_a, b.soort AS soort_b,
       a.start AS start_a, a.eind AS eind_a, b.start AS start_b, b.eind AS eind_b,
       a.ground_m2 AS ground_a_m2, b.ground_m2 AS ground_b_m2, a.geom AS geom_a, b.geom AS geom_b,
       a.line AS line_a, b.line AS line_b, greatest(0, a.start - b.eind, b.start - a.eind) AS days,
       ST_Intersection(a.ground, b.ground) AS ground
FROM opgave a
JOIN opgave b ON a.ground && b.ground AND a.opgave_id < b.opgave_id AND a.soort <> b.soort
             AND a.start <= b.tot AND b.start <= a.tot;

CREATE UNLOGGED TABLE place AS
SELECT p.*, u.buurtcode, u.buurtnaam,
       CASE WHEN ST_Covers(u.geom, p.ground) THEN p.ground ELSE ST_Intersection(u.geom, p.ground) END AS part
FROM pair p
JOIN buurten u ON u.geom && p.ground
WHERE ST_Area(p.ground) >= 1.0;

CREATE UNLOGGED TABLE koppelkansen AS
SELECT buurtcode, buurtnaam, opgave_a, opgave_b, soort_a, soort_b, start_a, eind_a, start_b, eind_b,
       days AS tussentijd_min, days AS tussentijd_max, 'zeker' AS tijd_zekerheid,
       CASE WHEN days = 0 THEN 'gelijktijdig' ELSE 'na_elkaar' END AS verband,
       ST_Area(part) AS oppervlakte_m2, ST_Area(part) / ground_a_m2 AS aandeel_a,
       ST_Area(part) / ground_b_m2 AS aandeel_b,
       CASE WHEN line_a THEN ST_Length(ST_Intersection(geom_a, part)) END AS lengte_a_m,
       CASE WHEN line_b THEN ST_Length(ST_Intersection(geom_b, part)) END AS lengte_b_m,
       ST_Distance(geom_a, geom_b) AS afstand_m, ST_Multi(ST_CollectionExtract(part, 3)) AS geom
FROM place
WHERE ST_Area(part) >= 1.0
ORDER BY buurtcode, opgave_a, opgave_b;
