-- What originals look like, and which are one picture by it: no part of history, and made anew whenever it is thrown away
-- or is of another version. Without bytes: it shows nothing to know it by, or cannot be drawn.
CREATE TABLE photo_likeness (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    original_id INTEGER NOT NULL UNIQUE REFERENCES original (id),
    version INTEGER NOT NULL,
    bytes BLOB
) STRICT;

CREATE TABLE near_original (
    one_id INTEGER NOT NULL REFERENCES original (id),
    other_id INTEGER NOT NULL REFERENCES original (id),
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX near_original_by_other_id ON near_original (other_id);
