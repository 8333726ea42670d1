-- Dates as archives know them: about, perhaps, from one to another, with an open end. A dating is EDTF (ISO 8601-2);
-- the program reads and checks it, the rules here keep out what could be none. Beside the text of an event's and an
-- article's stands the day by which it is put in order, and for a year's list the first and the last year.

ALTER TABLE event ADD COLUMN day_in_order TEXT;

UPDATE event SET day_in_order = date || substr('-01-01', 1 + length(date) - 4) WHERE date IS NOT NULL;

DROP INDEX event_by_date;
CREATE INDEX event_by_day_in_order ON event (day_in_order DESC, sort_key, id);

ALTER TABLE search_entry ADD COLUMN day_in_order TEXT;
ALTER TABLE search_entry ADD COLUMN last_year INTEGER;

UPDATE search_entry SET day_in_order = date || substr('-01-01', 1 + length(date) - 4), last_year = year WHERE date IS NOT NULL;

DROP INDEX search_entry_by_date;
CREATE INDEX search_entry_by_day_in_order ON search_entry (day_in_order, article_id);
CREATE INDEX search_entry_of_years ON search_entry (last_year, year) WHERE last_year <> year;

-- The machine's own clock when an op began, milliseconds since 1970: time and until keep the order, also after a
-- clock that was wrong, and are ahead of this one then.
ALTER TABLE op ADD COLUMN wall INTEGER CHECK (wall > 0);

-- A table's rules cannot be altered otherwise without making it anew, with all that refers to it.
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql,
    'date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB ''[0-9][0-9][0-9][0-9]'' OR (date_from GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]'' AND date(date_from || ''-01'') IS date_from || ''-01'') OR date(date_from) IS date_from))',
    'date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB ''*[0-9][0-9]*'' AND date_from NOT GLOB ''*[^][0-9X~?%/.-]*'' AND (date_from NOT GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'' OR date(date_from) IS date_from)))')
WHERE type = 'table' AND name IN ('party', 'party_name', 'post', 'unit');

UPDATE sqlite_schema SET sql = replace(sql,
    'date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB ''[0-9][0-9][0-9][0-9]'' OR (date_to GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]'' AND date(date_to || ''-01'') IS date_to || ''-01'') OR date(date_to) IS date_to))',
    'date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB ''*[0-9][0-9]*'' AND date_to NOT GLOB ''*[^][0-9X~?%/.-]*'' AND (date_to NOT GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'' OR date(date_to) IS date_to)))')
WHERE type = 'table' AND name IN ('party', 'party_name', 'post', 'unit');

UPDATE sqlite_schema SET sql = replace(sql,
    'date TEXT CHECK (date IS NULL OR (date GLOB ''[0-9][0-9][0-9][0-9]'' OR (date GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]'' AND date(date || ''-01'') IS date || ''-01'') OR date(date) IS date))',
    'date TEXT CHECK (date IS NULL OR (date GLOB ''*[0-9][0-9]*'' AND date NOT GLOB ''*[^][0-9X~?%/.-]*'' AND (date NOT GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'' OR date(date) IS date)))')
WHERE type = 'table' AND name IN ('event');

UPDATE sqlite_schema SET sql = replace(sql,
    'outgoing_date TEXT CHECK (outgoing_date IS NULL OR (outgoing_date GLOB ''[0-9][0-9][0-9][0-9]'' OR (outgoing_date GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]'' AND date(outgoing_date || ''-01'') IS outgoing_date || ''-01'') OR date(outgoing_date) IS outgoing_date))',
    'outgoing_date TEXT CHECK (outgoing_date IS NULL OR (outgoing_date GLOB ''*[0-9][0-9]*'' AND outgoing_date NOT GLOB ''*[^][0-9X~?%/.-]*'' AND (outgoing_date NOT GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'' OR date(outgoing_date) IS outgoing_date)))')
WHERE type = 'table' AND name IN ('article');

UPDATE sqlite_schema SET sql = replace(sql,
    'publication_date TEXT CHECK (publication_date IS NULL OR (publication_date GLOB ''[0-9][0-9][0-9][0-9]'' OR (publication_date GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]'' AND date(publication_date || ''-01'') IS publication_date || ''-01'') OR date(publication_date) IS publication_date))',
    'publication_date TEXT CHECK (publication_date IS NULL OR (publication_date GLOB ''*[0-9][0-9]*'' AND publication_date NOT GLOB ''*[^][0-9X~?%/.-]*'' AND (publication_date NOT GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'' OR date(publication_date) IS publication_date)))')
WHERE type = 'table' AND name IN ('article');

UPDATE sqlite_schema SET sql = replace(sql, ',
    CHECK (date_from IS NULL OR date_to IS NULL OR substr(date_from, 1, 4) <= substr(date_to, 1, 4))', '')
WHERE type = 'table' AND name = 'unit';

PRAGMA writable_schema = RESET;
