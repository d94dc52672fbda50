-- An order that was cancelled, once: by whom, when and why. No contractor had fetched it, and none can from then on.
CREATE TABLE print_order_cancellation (
  order_id TEXT PRIMARY KEY REFERENCES print_order (id),
  reason   TEXT NOT NULL CHECK (reason <> ''),
  by       TEXT NOT NULL,
  at       TEXT NOT NULL                 -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;

-- The form an order was sent with: pressed twice, it makes one order. Null from the command line.
ALTER TABLE print_order ADD COLUMN pressed TEXT;
CREATE UNIQUE INDEX print_order_by_press ON print_order (pressed) WHERE pressed IS NOT NULL;

-- The order whose faces this one prints again as they were frozen; null for an order of today's words.
ALTER TABLE print_order ADD COLUMN reprints TEXT REFERENCES print_order (id);
