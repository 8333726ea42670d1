-- By what a reference is told from others: composed Unicode, no capitals, as file systems compare names. Of two articles
-- of an older library that differ in less, the first has it; check names the others, which have none.
ALTER TABLE article ADD COLUMN reference_key TEXT;

CREATE UNIQUE INDEX article_by_reference_key ON article (reference_key);

UPDATE OR IGNORE article SET reference_key = reference_key(reference);

-- A closed article went out because somebody named it: on which way, and where to.
CREATE TABLE release (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    way TEXT NOT NULL CHECK (way IN ('export', 'list', 'print', 'copies')),
    target TEXT NOT NULL
) STRICT;

CREATE INDEX release_by_article_id ON release (article_id);
