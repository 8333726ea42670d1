-- What was written is known again: of each row of evidence a digest, and a chain of what all of them come to.

CREATE TABLE seal (
    noun TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    -- two bytes of the digest of each field, in the order of their names: they say which differs
    fields BLOB NOT NULL,
    PRIMARY KEY (noun, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
    -- the op with which it came to stand so; 0 before the first
    op_id INTEGER PRIMARY KEY,
    -- which commit that was, counted from the first
    commits INTEGER NOT NULL CHECK (commits > 0),
    -- the sum of all seals
    state BLOB NOT NULL CHECK (length(state) = 32),
    -- of the link before, and of this one
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- What a registered article says, at its registration and after each op that changed something of it.
CREATE TABLE article_seal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    op_id INTEGER NOT NULL REFERENCES op (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE INDEX article_seal_by_article_id ON article_seal (article_id, id);

CREATE INDEX article_seal_by_op_id ON article_seal (op_id);

-- What is kept of photos and texts and can be made again says by a number that it is what was kept.
ALTER TABLE open_suggestions ADD COLUMN proof INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo_likeness ADD COLUMN proof INTEGER NOT NULL DEFAULT 0;
ALTER TABLE near_original ADD COLUMN proof INTEGER NOT NULL DEFAULT 0;
UPDATE open_suggestions SET proof = row_proof(version_id, article_id, open);
UPDATE photo_likeness SET proof = row_proof(original_id, version, bytes);
UPDATE near_original SET proof = row_proof(one_id, other_id);
