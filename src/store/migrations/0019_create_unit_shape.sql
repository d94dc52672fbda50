-- Outlines of the wards and communes of today, for the map; not for measuring.
CREATE TABLE unit_shape (
  code     TEXT PRIMARY KEY,
  polygons TEXT NOT NULL CHECK (json_valid(polygons)), -- as in GeoJSON: polygons of rings of [longitude, latitude]
  position INTEGER NOT NULL                            -- line of admin-units.geojson
) STRICT;

CREATE TRIGGER unit_shape_inserted AFTER INSERT ON unit_shape BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER unit_shape_deleted AFTER DELETE ON unit_shape BEGIN UPDATE edition SET number = number + 1; END;
