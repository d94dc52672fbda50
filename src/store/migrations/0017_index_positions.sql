-- What lies near a point is found by latitude: of signs, of what moved them, and of the facts of entries.
CREATE INDEX sign_by_lat ON sign (lat, lon) WHERE lat IS NOT NULL;
CREATE INDEX sign_event_by_lat ON sign_event (lat, lon) WHERE lat IS NOT NULL;
CREATE INDEX facts_by_lat ON facts (json_extract(facts, '$.position.lat'))
  WHERE json_extract(facts, '$.position.lat') IS NOT NULL;
