-- Parts of a person's name, kinds and dates of name forms, and parties that are known to be two.

-- where the words do not tell it, the archivist does
ALTER TABLE party ADD COLUMN surname TEXT;
ALTER TABLE party ADD COLUMN given_names TEXT;
ALTER TABLE party ADD COLUMN patronymic TEXT;

-- none: just another form
ALTER TABLE party_name ADD COLUMN kind TEXT CHECK (kind IS NULL OR kind IN ('official', 'former', 'short', 'misspelt'));
ALTER TABLE party_name ADD COLUMN date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB '[0-9][0-9][0-9][0-9]' OR (date_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(date_from || '-01') IS date_from || '-01') OR date(date_from) IS date_from));
ALTER TABLE party_name ADD COLUMN date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB '[0-9][0-9][0-9][0-9]' OR (date_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(date_to || '-01') IS date_to || '-01') OR date(date_to) IS date_to));

-- Two parties that look alike and are not the same.
CREATE TABLE party_distinction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    party_id INTEGER NOT NULL REFERENCES party (id),
    other_id INTEGER NOT NULL REFERENCES party (id),
    UNIQUE (party_id, other_id),
    CHECK (party_id <> other_id)
) STRICT;

CREATE INDEX party_distinction_by_other_id ON party_distinction (other_id);

-- As the list shows it, a person's surname first; and the order of names as they are written.
ALTER TABLE party_entry ADD COLUMN listed TEXT NOT NULL DEFAULT '';
ALTER TABLE party_entry ADD COLUMN former TEXT;
ALTER TABLE party_entry ADD COLUMN name_key BLOB NOT NULL DEFAULT x'';

UPDATE party SET sort_key = sort_key(listed_name(kind, name));

UPDATE party_entry SET
    listed = (SELECT listed_name(party.kind, name) FROM party WHERE party.id = party_entry.party_id),
    name_key = sort_key((SELECT name FROM party WHERE party.id = party_entry.party_id));
UPDATE party_entry SET sort_key = sort_key(listed);

CREATE INDEX party_entry_by_written_name ON party_entry (kind, name_key, party_id);
