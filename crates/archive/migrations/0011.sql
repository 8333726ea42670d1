-- What its people call the library; none: as its folder is called. It is part of the record: history knows who gave it.

ALTER TABLE library ADD COLUMN name TEXT;
