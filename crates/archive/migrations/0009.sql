-- Words found side by side, exact forms before others, and words one slip of the finger away.

-- Words in each of their forms, at the same place in all three columns of a field: as printed and folded, Kazakh
-- stems, Russian stems. One row an article. Rebuilt from the rows at any time.
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts5 (
    title, title_kazakh, title_russian, body, body_kazakh, body_russian, parties, parties_kazakh, parties_russian,
    captions, captions_kazakh, captions_russian, refs, refs_kazakh, refs_russian,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

-- The same of all forms of a party's name.
DROP TABLE party_text;
CREATE VIRTUAL TABLE party_text USING fts5 (
    names, names_kazakh, names_russian,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

-- Words of the library as a slip of the finger may have meant them: how they are printed somewhere, their stem, and
-- that backwards. A word that no text has any more may stand on; the next rebuild forgets it.
CREATE TABLE search_word (
    form TEXT PRIMARY KEY,
    stem TEXT NOT NULL,
    backwards TEXT NOT NULL,
    printed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_by_stem ON search_word (stem);
CREATE INDEX search_word_by_backwards ON search_word (backwards);

-- Entries are to be made anew: an empty digest, or empty terms, say so.
UPDATE search_entry SET digest = '';
UPDATE party_entry SET terms = '';

CREATE INDEX search_entry_due ON search_entry (article_id) WHERE digest = '';
CREATE INDEX party_entry_due ON party_entry (party_id) WHERE terms = '';
