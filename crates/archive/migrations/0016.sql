-- What is said of a photo at the light table: how good it is, whether it is picked and whether it was published; and by how
-- many quarters of a turn, clockwise, it is shown otherwise than its file says.
ALTER TABLE photo ADD COLUMN rating INTEGER CHECK (rating BETWEEN -1 AND 5 AND rating <> 0);
ALTER TABLE photo ADD COLUMN picked INTEGER NOT NULL DEFAULT 0 CHECK (picked IN (0, 1));
ALTER TABLE photo ADD COLUMN published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1));
ALTER TABLE photo ADD COLUMN turned INTEGER NOT NULL DEFAULT 0 CHECK (turned BETWEEN 0 AND 3);

-- The orders of the page of photos: each is read off its index, also a hundred thousand rows down.
CREATE INDEX photo_as_catalogued ON photo (article_id DESC, ordinal, id);
CREATE INDEX photo_by_taken_at ON photo (taken_at, id);
CREATE INDEX photo_by_taken_at_known ON photo (taken_at IS NULL, taken_at, id);
CREATE INDEX photo_by_rating ON photo (ifnull(rating, 0), id);
