-- A word that a line end cuts («оқыр-⏎мандарды») is found as one: entries of texts that have such a line end are to be
-- made anew, and an empty digest says so.
UPDATE search_entry SET digest = '' WHERE article_id IN (
    SELECT article_id FROM version
    WHERE body GLOB '*[-‐‑' || char(173) || ']' || char(10) || '*'
       OR body GLOB '*[-‐‑' || char(173) || '] ' || char(10) || '*'
);
