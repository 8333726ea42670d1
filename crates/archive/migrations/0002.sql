-- Lists of parties, photos and events, and one record's history, a page at a time in a large library.

-- The list's line of a party. Rebuilt from the rows at any time.
CREATE TABLE party_entry (
    party_id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    -- in how many it takes part or is spoken for, and the date of the latest
    articles INTEGER NOT NULL,
    last_date TEXT
) STRICT;

CREATE INDEX party_entry_by_name ON party_entry (kind, sort_key, party_id);
CREATE INDEX party_entry_by_articles ON party_entry (kind, articles DESC, sort_key, party_id);
CREATE INDEX party_entry_by_latest ON party_entry (kind, last_date DESC, sort_key, party_id);

DROP INDEX participation_by_party_id;
DROP INDEX participation_by_on_behalf_of_id;
CREATE INDEX participation_by_party_id_article_id ON participation (party_id, article_id);
CREATE INDEX participation_by_on_behalf_of_id_article_id ON participation (on_behalf_of_id, article_id);

CREATE INDEX photo_in_order ON photo (article_id DESC, ordinal, id);
CREATE INDEX photo_without_credit ON photo (article_id DESC, ordinal, id) WHERE credit IS NULL;

CREATE INDEX event_by_date ON event (date DESC, sort_key, id);

CREATE INDEX change_by_deleted_row ON change (noun, row_id) WHERE action = 'delete';

INSERT INTO party_entry (party_id, kind, sort_key, articles, last_date)
SELECT party.id, kind, sort_key, count(standing.article_id), max(search_entry.date)
FROM party LEFT JOIN (
    SELECT party_id, article_id FROM participation
    UNION SELECT on_behalf_of_id, article_id FROM participation WHERE on_behalf_of_id IS NOT NULL
) AS standing ON standing.party_id = party.id LEFT JOIN search_entry ON search_entry.article_id = standing.article_id
GROUP BY party.id;
