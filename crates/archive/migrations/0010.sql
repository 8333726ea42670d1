-- The day by which a party's latest date stands in order beside those of others: as text «1998~» and «1998» are two.

ALTER TABLE party_entry ADD COLUMN last_day TEXT;

UPDATE party_entry SET last_day = day_in_order(last_date) WHERE last_date IS NOT NULL;

DROP INDEX party_entry_by_latest;
CREATE INDEX party_entry_by_latest ON party_entry (kind, last_day DESC, sort_key, party_id);
