-- How many suggestions nobody has decided on yet, of each text that was read. It follows from the text, from what is
-- tagged and turned down, and from the names that were known when it was read, and can be thrown away: a text that is
-- read again has it anew. A text that nobody has read yet has no row; one that another corrects has none open.
CREATE TABLE open_suggestions (
    version_id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open >= 0)
) STRICT;

CREATE INDEX open_suggestions_by_article_id ON open_suggestions (article_id);
CREATE INDEX open_suggestions_of_article ON open_suggestions (article_id) WHERE open > 0;
