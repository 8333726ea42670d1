-- What is known of bytes as received, beside their name: what they are, who read them, what is not in the text that
-- was read of them, and what they say of where they come from. All of it is said once, when they come in.
ALTER TABLE file ADD COLUMN pronom TEXT;
ALTER TABLE file ADD COLUMN reader TEXT;
ALTER TABLE file ADD COLUMN left_out TEXT CHECK (left_out IS NULL OR json_valid(left_out));
ALTER TABLE file ADD COLUMN doubts TEXT CHECK (doubts IS NULL OR json_valid(doubts));
ALTER TABLE file ADD COLUMN subject TEXT;
ALTER TABLE file ADD COLUMN author TEXT;
ALTER TABLE file ADD COLUMN sender TEXT;
ALTER TABLE file ADD COLUMN message_id TEXT;
ALTER TABLE file ADD COLUMN published_at TEXT;
ALTER TABLE file ADD COLUMN captured_at TEXT;
ALTER TABLE file ADD COLUMN url TEXT;

-- By this the same release is known again though its blanks, line ends, quotation marks, dashes or capitals differ: of
-- each text as it came in, whatever was written into it since. A text that was begun here has none.
ALTER TABLE version ADD COLUMN release_key TEXT;
UPDATE version SET release_key = nullif(release_key(title, body), '');
CREATE INDEX version_by_release_key ON version (release_key);
