-- What is dated otherwise than by a day is found by its months and years too: such entries are to be made anew.
UPDATE search_entry SET digest = '' WHERE article_id IN (
    SELECT id FROM article WHERE length(publication_date) <> 10 OR length(outgoing_date) <> 10
);
