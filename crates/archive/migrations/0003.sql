-- Candidates for a name, by a word of it, in a library of many parties.

-- Each word of the keys of a party's names: of the authorised one under 0, of a form under the form's key.
-- Follows from the rows at each change.
CREATE TABLE party_word (
    word TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    name_id INTEGER NOT NULL,
    PRIMARY KEY (word, party_id, name_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER party_comes AFTER INSERT ON party BEGIN
    INSERT OR IGNORE INTO party_word SELECT value, new.id, 0
    FROM json_each('[' || replace(json_quote(new.match_key), ' ', '","') || ']');
END;

CREATE TRIGGER party_goes AFTER DELETE ON party BEGIN
    DELETE FROM party_word WHERE party_id = old.id AND name_id = 0
        AND word IN (SELECT value FROM json_each('[' || replace(json_quote(old.match_key), ' ', '","') || ']'));
END;

CREATE TRIGGER party_changes AFTER UPDATE OF match_key ON party BEGIN
    DELETE FROM party_word WHERE party_id = old.id AND name_id = 0
        AND word IN (SELECT value FROM json_each('[' || replace(json_quote(old.match_key), ' ', '","') || ']'));
    INSERT OR IGNORE INTO party_word SELECT value, new.id, 0
    FROM json_each('[' || replace(json_quote(new.match_key), ' ', '","') || ']');
END;

CREATE TRIGGER party_name_comes AFTER INSERT ON party_name BEGIN
    INSERT OR IGNORE INTO party_word SELECT value, new.party_id, new.id
    FROM json_each('[' || replace(json_quote(new.match_key), ' ', '","') || ']');
END;

CREATE TRIGGER party_name_goes AFTER DELETE ON party_name BEGIN
    DELETE FROM party_word WHERE party_id = old.party_id AND name_id = old.id
        AND word IN (SELECT value FROM json_each('[' || replace(json_quote(old.match_key), ' ', '","') || ']'));
END;

CREATE TRIGGER party_name_changes AFTER UPDATE OF match_key, party_id ON party_name BEGIN
    DELETE FROM party_word WHERE party_id = old.party_id AND name_id = old.id
        AND word IN (SELECT value FROM json_each('[' || replace(json_quote(old.match_key), ' ', '","') || ']'));
    INSERT OR IGNORE INTO party_word SELECT value, new.party_id, new.id
    FROM json_each('[' || replace(json_quote(new.match_key), ' ', '","') || ']');
END;

INSERT OR IGNORE INTO party_word SELECT value, party.id, 0
FROM party, json_each('[' || replace(json_quote(party.match_key), ' ', '","') || ']');

INSERT OR IGNORE INTO party_word SELECT value, party_id, party_name.id
FROM party_name, json_each('[' || replace(json_quote(party_name.match_key), ' ', '","') || ']');
