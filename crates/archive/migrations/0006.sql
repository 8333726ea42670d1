-- Texts that are not registered yet are work: the list of them is asked for all day.

CREATE INDEX version_unregistered ON version (article_id) WHERE fixed_at IS NULL;
