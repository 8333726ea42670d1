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

-- What an archivist says of two photos that look like one picture: the same in another version, or two.
CREATE TABLE photo_kinship (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    other_photo_id INTEGER NOT NULL REFERENCES photo (id),
    kind TEXT NOT NULL CHECK (kind IN ('version', 'different')),
    UNIQUE (photo_id, other_photo_id),
    CHECK (photo_id <> other_photo_id)
) STRICT;

CREATE INDEX photo_kinship_by_other_photo_id ON photo_kinship (other_photo_id);
