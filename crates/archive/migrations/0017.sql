-- By what one types for somebody in a caption: a party's own code, which the archivist gives; and of persons, by every
-- form of their name, the surname and the initials. These follow from the names and can be thrown away.
ALTER TABLE party ADD COLUMN code TEXT CHECK (code IS NULL OR length(code) > 0);
ALTER TABLE party ADD COLUMN code_key TEXT;
CREATE INDEX party_by_code_key ON party (code_key) WHERE code_key IS NOT NULL;

CREATE TABLE party_call (
    kind TEXT NOT NULL CHECK (kind IN ('surname', 'initials')),
    call TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    PRIMARY KEY (kind, call, party_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_call_by_party_id ON party_call (party_id);

INSERT OR IGNORE INTO party_call
SELECT wanted, name_call(wanted, name, surname, given_names, patronymic), party.id
FROM party, (SELECT 'surname' AS wanted UNION ALL SELECT 'initials')
WHERE kind = 'person' AND name_call(wanted, name, surname, given_names, patronymic) IS NOT NULL;

INSERT OR IGNORE INTO party_call
SELECT wanted, name_call(wanted, form, NULL, NULL, NULL), party_id
FROM party_name JOIN party ON party.id = party_id, (SELECT 'surname' AS wanted UNION ALL SELECT 'initials')
WHERE party.kind = 'person' AND name_call(wanted, form, NULL, NULL, NULL) IS NOT NULL;

-- What several photos are described by alike, kept under a name; the fields are JSON.
CREATE TABLE photo_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;
