-- Articles know the parties that they name by key, not by name: a party that gets another name is found by it at
-- once, however many articles name it.

-- Folded words of all forms of a party's name and their stems, one row a party. Rebuilt from the rows at any time.
CREATE VIRTUAL TABLE party_text USING fts5 (
    names,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

-- what stands in party_text, which keeps no text of its own
ALTER TABLE party_entry ADD COLUMN terms TEXT NOT NULL DEFAULT '';

UPDATE party_entry SET terms = (
    SELECT search_terms(name || ifnull((SELECT ' ' || group_concat(form, ' ' ORDER BY id) FROM party_name WHERE party_id = party.id), ''))
    FROM party WHERE party.id = party_entry.party_id
);

INSERT INTO party_text (rowid, names) SELECT party_id, terms FROM party_entry;
