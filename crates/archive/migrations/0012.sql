-- Search as one types: what begins with one, two or three letters stands in lists of its own, so that it need not be
-- put together of every word that begins so. One row an article. Rebuilt from the rows at any time.
DROP TABLE search_text;
CREATE VIRTUAL TABLE search_text USING fts5 (
    title, title_kazakh, title_russian, body, body_kazakh, body_russian, parties, parties_kazakh, parties_russian,
    captions, captions_kazakh, captions_russian, refs, refs_kazakh, refs_russian,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);

-- Entries are to be made anew: an empty digest says so.
UPDATE search_entry SET digest = '';
