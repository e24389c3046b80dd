-- The layer koppelkansen in SpatiaLite: the same pairs, areas and times. The sources are attached as
-- in_riool and so on. Tables between the steps keep SQLite from working out one expression twice.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -500000;
SELECT InitSpatialMetaData(1);
BEGIN;

-- 29 February and two years is 28 February.
CREATE TABLE opgave (opgave_id TEXT, soort TEXT, start TEXT, eind TEXT, tot TEXT, line INTEGER, shape BLOB,
                     ground_m2 REAL);
SELECT AddGeometryColumn('opgave', 'ground', 28992, 'POLYGON', 'XY');
INSERT INTO opgave (opgave_id, soort, start, eind, tot, line, shape, ground)
SELECT bron || ':' || id, soort, start, eind,
       CASE substr(eind, 6) WHEN '02-29' THEN date(eind, '-1 day', '+2 years') ELSE date(eind, '+2 years') END,
       ST_Dimension(shape) = 1, shape,
       CASE WHEN werkafstand > 0 THEN ST_Buffer(shape, werkafstand, 8) ELSE shape END
FROM (SELECT bron, soort, id, start, eind, werkafstand, GeomFromGPB(geom) AS shape
      FROM (SELECT 'riool' AS bron, 'rioolvervanging' AS soort, id, start, eind, werkafstand, geom FROM in_riool.riool
            UNION ALL SELECT 'warmte', 'warmtenet', id, start, eind, werkafstand, geom FROM in_warmte.warmte
            UNION ALL SELECT 'herinrichting', 'herinrichting', id, start, eind, werkafstand, geom
                      FROM in_herinrichting.herinrichting
            UNION ALL SELECT 'wegen', 'wegonderhoud', id, start, eind, werkafstand, geom FROM in_wegen.wegen
            UNION ALL SELECT 'kabels', 'elektriciteit', id, start, eind, werkafstand, geom FROM in_kabels.kabels
            UNION ALL SELECT 'groen', 'bomen', id, start, eind, werkafstand, geom FROM in_groen.groen)
      WHERE eind >= '2025-01-01');
UPDATE opgave SET ground_m2 = ST_Area(ground);
SELECT CreateSpatialIndex('opgave', 'ground');

CREATE TABLE buurt (buurtcode TEXT, buurtnaam TEXT);
SELECT AddGeometryColumn('buurt', 'ground', 28992, 'POLYGON', 'XY');
INSERT INTO buurt SELECT buurtcode, buurtnaam, GeomFromGPB(geom) FROM in_buurten.buurten;
SELECT CreateSpatialIndex('buurt', 'ground');

CREATE TEMP TABLE pair AS
SELECT a.rowid AS a, b.rowid AS b, ST_Intersection(a.ground, b.ground) AS ground
FROM opgave a
CROSS JOIN idx_opgave_ground box_a ON box_a.pkid = a.rowid
CROSS JOIN idx_opgave_ground box_b ON box_b.xmin <= box_a.xmax AND box_b.xmax >= box_a.xmin
                                  AND box_b.ymin <= box_a.ymax AND box_b.ymax >= box_a.ymin
CROSS JOIN opgave b ON b.rowid = box_b.pkid AND a.opgave_id < b.opgave_id AND a.soort <> b.soort
                   AND a.start <= b.tot AND b.start <= a.tot;
DELETE FROM pair WHERE ground IS NULL OR NOT ST_Area(ground) > 0;

CREATE TEMP TABLE place AS
SELECT u.rowid AS u, p.a AS a, p.b AS b,
       CASE WHEN ST_Covers(u.ground, p.ground) THEN p.ground ELSE ST_Intersection(u.ground, p.ground) END AS ground
FROM pair p
CROSS JOIN idx_buurt_ground box ON box.xmin <= MbrMaxX(p.ground) AND box.xmax >= MbrMinX(p.ground)
                               AND box.ymin <= MbrMaxY(p.ground) AND box.ymax >= MbrMinY(p.ground)
CROSS JOIN buurt u ON u.rowid = box.pkid;

CREATE TABLE koppelkansen (
    buurtcode TEXT, buurtnaam TEXT, opgave_a TEXT, opgave_b TEXT, soort_a TEXT, soort_b TEXT, start_a DATE,
    eind_a DATE, start_b DATE, eind_b DATE, tussentijd_min INTEGER, tussentijd_max INTEGER, tijd_zekerheid TEXT,
    verband TEXT, oppervlakte_m2 REAL, aandeel_a REAL, aandeel_b REAL, lengte_a_m REAL, lengte_b_m REAL,
    afstand_m REAL);
SELECT AddGeometryColumn('koppelkansen', 'geom', 28992, 'MULTIPOLYGON', 'XY');
INSERT INTO koppelkansen
SELECT u.buurtcode, u.buurtnaam, a.opgave_id, b.opgave_id, a.soort, b.soort, a.start, a.eind, b.start, b.eind,
       days, days, 'zeker', CASE days WHEN 0 THEN 'gelijktijdig' ELSE 'na_elkaar' END, m2, m2 / a.ground_m2,
       m2 / b.ground_m2, CASE WHEN a.line THEN coalesce(ST_Length(ST_Intersection(a.shape, p.ground)), 0) END,
       CASE WHEN b.line THEN coalesce(ST_Length(ST_Intersection(b.shape, p.ground)), 0) END,
       ST_Distance(a.shape, b.shape),
       CastToMultiPolygon(CollectionExtract(p.ground, 3))
FROM (SELECT place.*, ST_Area(place.ground) AS m2,
             CAST(max(0, julianday(one.start) - julianday(two.eind), julianday(two.start) - julianday(one.eind))
                  AS INTEGER) AS days
      FROM place CROSS JOIN opgave one ON one.rowid = place.a CROSS JOIN opgave two ON two.rowid = place.b
      LIMIT -1) p
CROSS JOIN buurt u ON u.rowid = p.u
CROSS JOIN opgave a ON a.rowid = p.a
CROSS JOIN opgave b ON b.rowid = p.b
WHERE m2 >= 1.0
ORDER BY u.buurtcode, a.opgave_id, b.opgave_id;
COMMIT;
