-- Candidates for a name, by a word of it, in a library of many parties.

-- Each word of the keys of a party's names: of the authorised one under 0, of a form under the form's key.
-- Follows from the rows, as party_entry does; the door keeps both.
CREATE TABLE party_word (
    word TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    name_id INTEGER NOT NULL,
    PRIMARY KEY (word, party_id, name_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_word_by_party_id ON party_word (party_id);

INSERT OR IGNORE INTO party_word SELECT value, party.id, 0
FROM party, json_each('[' || replace(json_quote(party.match_key), ' ', '","') || ']');

INSERT OR IGNORE INTO party_word SELECT value, party_id, party_name.id
FROM party_name, json_each('[' || replace(json_quote(party_name.match_key), ' ', '","') || ']');
