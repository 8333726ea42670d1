-- Generated from migrations/: do not edit. Version 19.

CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL
, name TEXT) STRICT;

CREATE TABLE actor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0)
) STRICT;

CREATE TABLE device (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0)
) STRICT;

CREATE TABLE op (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    time INTEGER NOT NULL CHECK (time > 0),
    until INTEGER NOT NULL CHECK (until >= time),
    actor_id INTEGER NOT NULL REFERENCES actor (id),
    device_id INTEGER NOT NULL REFERENCES device (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    -- an undo names the op it takes back, a redo the undo; the op taken back names the last that did
    reverts INTEGER REFERENCES op (id),
    reverted_by INTEGER REFERENCES op (id), wall INTEGER CHECK (wall > 0),
    CHECK (reverts IS NULL OR reverts < id),
    CHECK (reverted_by IS NULL OR reverted_by > id)
) STRICT;

CREATE INDEX op_by_time ON op (time);

CREATE INDEX op_by_reverted_by ON op (reverted_by);

CREATE INDEX op_by_actor_id_id ON op (actor_id, id) WHERE reverts IS NULL;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id INTEGER NOT NULL REFERENCES op (id),
    noun TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('create', 'edit', 'delete')),
    field TEXT,
    -- JSON: the field's value, or for a deleted row the object of its fields
    before TEXT CHECK (before IS NULL OR json_valid(before)),
    after TEXT CHECK (after IS NULL OR json_valid(after)),
    -- JSON, instead of before and after, for long text: digests of both texts, and the pieces
    -- [at, removed, inserted] in characters of the text before
    patch TEXT CHECK (patch IS NULL OR json_valid(patch)),
    CHECK ((action = 'edit') = (field IS NOT NULL)),
    CHECK ((action = 'delete') = (before IS NOT NULL AND field IS NULL)),
    CHECK (action <> 'create' OR (before IS NULL AND after IS NULL AND patch IS NULL)),
    CHECK (patch IS NULL OR (action = 'edit' AND before IS NULL AND after IS NULL))
) STRICT;

CREATE INDEX change_by_op_id ON change (op_id);

CREATE INDEX change_by_noun_row_id_field ON change (noun, row_id, field);

CREATE TABLE original (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    size INTEGER NOT NULL CHECK (size >= 0),
    extension TEXT NOT NULL CHECK (extension NOT GLOB '*[^0-9a-z]*'),
    media_type TEXT NOT NULL,
    -- upright, in pixels; only of pictures whose size could be read
    width INTEGER CHECK (width > 0),
    height INTEGER CHECK (height > 0),
    -- why a picture cannot be drawn, a code
    undrawable TEXT
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT;

CREATE TABLE party (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB '*[0-9][0-9]*' AND date_from NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_from NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_from) IS date_from))),
    date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB '*[0-9][0-9]*' AND date_to NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_to NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_to) IS date_to))),
    -- БИН: organisations only; a person's ИИН is never stored
    bin TEXT CHECK (bin IS NULL OR (kind = 'organisation' AND length(bin) = 12 AND bin NOT GLOB '*[^0-9]*')),
    predecessor_id INTEGER REFERENCES party (id),
    parent_id INTEGER REFERENCES party (id),
    note TEXT,
    sort_key BLOB NOT NULL,
    match_key TEXT NOT NULL, surname TEXT, given_names TEXT, patronymic TEXT, code TEXT CHECK (code IS NULL OR length(code) > 0), code_key TEXT,
    CHECK (predecessor_id IS NOT id),
    CHECK (parent_id IS NOT id)
) STRICT;

CREATE INDEX party_by_match_key ON party (match_key);

CREATE INDEX party_by_sort_key ON party (sort_key);

CREATE INDEX party_by_predecessor_id ON party (predecessor_id);

CREATE INDEX party_by_parent_id ON party (parent_id);

CREATE TABLE party_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    party_id INTEGER NOT NULL REFERENCES party (id),
    form TEXT NOT NULL CHECK (length(trim(form)) > 0),
    language TEXT,
    match_key TEXT NOT NULL, kind TEXT CHECK (kind IS NULL OR kind IN ('official', 'former', 'short', 'misspelt')), date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB '*[0-9][0-9]*' AND date_from NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_from NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_from) IS date_from))), date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB '*[0-9][0-9]*' AND date_to NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_to NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_to) IS date_to))),
    UNIQUE (party_id, form)
) STRICT;

CREATE INDEX party_name_by_match_key ON party_name (match_key);

CREATE TABLE post (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    person_id INTEGER NOT NULL REFERENCES party (id),
    organisation_id INTEGER REFERENCES party (id),
    kind TEXT NOT NULL CHECK (kind IN ('office', 'membership', 'honorary_title', 'degree')),
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB '*[0-9][0-9]*' AND date_from NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_from NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_from) IS date_from))),
    date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB '*[0-9][0-9]*' AND date_to NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_to NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_to) IS date_to))),
    CHECK (organisation_id IS NOT person_id)
) STRICT;

CREATE INDEX post_by_person_id ON post (person_id);

CREATE INDEX post_by_organisation_id ON post (organisation_id);

CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    parent_id INTEGER REFERENCES unit (id),
    level TEXT NOT NULL CHECK (level IN ('fonds', 'inventory', 'file')),
    code TEXT NOT NULL CHECK (length(trim(code)) > 0),
    title TEXT NOT NULL CHECK (length(trim(title)) > 0),
    creator_id INTEGER REFERENCES party (id),
    date_from TEXT CHECK (date_from IS NULL OR (date_from GLOB '*[0-9][0-9]*' AND date_from NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_from NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_from) IS date_from))),
    date_to TEXT CHECK (date_to IS NULL OR (date_to GLOB '*[0-9][0-9]*' AND date_to NOT GLOB '*[^][0-9X~?%/.-]*' AND (date_to NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date_to) IS date_to))),
    extent TEXT,
    retention_period TEXT,
    retention_article TEXT,
    note TEXT,
    sort_key BLOB NOT NULL,
    CHECK ((level = 'fonds') = (parent_id IS NULL)),
    CHECK (parent_id IS NOT id)
) STRICT;

CREATE UNIQUE INDEX unit_by_parent_code ON unit (ifnull(parent_id, 0), code);

CREATE INDEX unit_by_creator_id ON unit (creator_id);

CREATE INDEX unit_by_parent ON unit (parent_id);

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    date TEXT CHECK (date IS NULL OR (date GLOB '*[0-9][0-9]*' AND date NOT GLOB '*[^][0-9X~?%/.-]*' AND (date NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(date) IS date))),
    place TEXT,
    sort_key BLOB NOT NULL
, day_in_order TEXT) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    unit_id INTEGER REFERENCES unit (id),
    reference TEXT NOT NULL UNIQUE CHECK (length(trim(reference)) > 0 AND reference = trim(reference)),
    series TEXT,
    number INTEGER CHECK (number > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'registered', 'withdrawn')),
    kind TEXT,
    outgoing_number TEXT,
    outgoing_date TEXT CHECK (outgoing_date IS NULL OR (outgoing_date GLOB '*[0-9][0-9]*' AND outgoing_date NOT GLOB '*[^][0-9X~?%/.-]*' AND (outgoing_date NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(outgoing_date) IS outgoing_date))),
    publication_date TEXT CHECK (publication_date IS NULL OR (publication_date GLOB '*[0-9][0-9]*' AND publication_date NOT GLOB '*[^][0-9X~?%/.-]*' AND (publication_date NOT GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' OR date(publication_date) IS publication_date))),
    captured_on TEXT CHECK (captured_on IS NULL OR date(captured_on) IS captured_on),
    source_url TEXT,
    rights TEXT,
    note TEXT,
    access TEXT NOT NULL CHECK (access IN ('open', 'restricted', 'embargo')),
    embargo_until TEXT CHECK (embargo_until IS NULL OR date(embargo_until) IS embargo_until),
    access_reason TEXT,
    access_decided_by TEXT,
    created_at TEXT NOT NULL,
    CHECK ((access = 'embargo') = (embargo_until IS NOT NULL)),
    CHECK ((series IS NULL) = (number IS NULL))
) STRICT;

CREATE INDEX article_by_unit_id ON article (unit_id);

CREATE UNIQUE INDEX article_by_series_number ON article (series, number);

CREATE TABLE subject (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    sort_key BLOB NOT NULL
) STRICT;

CREATE TABLE article_subject (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    subject_id INTEGER NOT NULL REFERENCES subject (id),
    UNIQUE (article_id, subject_id)
) STRICT;

CREATE INDEX article_subject_by_subject_id ON article_subject (subject_id);

CREATE TABLE place (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    code TEXT,
    sort_key BLOB NOT NULL,
    match_key TEXT NOT NULL
) STRICT;

CREATE INDEX place_by_match_key ON place (match_key);

CREATE TABLE article_place (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    place_id INTEGER NOT NULL REFERENCES place (id),
    UNIQUE (article_id, place_id)
) STRICT;

CREATE INDEX article_place_by_place_id ON article_place (place_id);

CREATE TABLE article_event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    event_id INTEGER NOT NULL REFERENCES event (id),
    UNIQUE (article_id, event_id)
) STRICT;

CREATE INDEX article_event_by_event_id ON article_event (event_id);

CREATE TABLE version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    language TEXT NOT NULL CHECK (length(language) >= 2),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    relation TEXT NOT NULL CHECK (relation IN ('original', 'translates', 'corrects', 'replaces', 'withdraws')),
    of_id INTEGER REFERENCES version (id),
    fixed_at TEXT,
    digest TEXT NOT NULL, release_key TEXT,
    CHECK ((relation = 'original') = (of_id IS NULL)),
    CHECK (of_id IS NOT id)
) STRICT;

CREATE INDEX version_by_article_id ON version (article_id);

CREATE INDEX version_by_of_id ON version (of_id);

CREATE INDEX version_by_digest ON version (digest);

CREATE TRIGGER version_text_is_evidence BEFORE UPDATE OF title, body, language, article_id ON version
WHEN old.fixed_at IS NOT NULL AND (new.title IS NOT old.title OR new.body IS NOT old.body OR new.language IS NOT old.language OR new.article_id IS NOT old.article_id)
BEGIN SELECT raise(ABORT, 'text_registered'); END;

CREATE TRIGGER version_stays_once_fixed BEFORE DELETE ON version WHEN old.fixed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'text_registered'); END;

CREATE TRIGGER original_is_never_altered BEFORE UPDATE OF sha256, size, extension ON original
BEGIN SELECT raise(ABORT, 'original_altered'); END;

CREATE TRIGGER original_stays BEFORE DELETE ON original
BEGIN SELECT raise(ABORT, 'original_altered'); END;

CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    version_id INTEGER NOT NULL REFERENCES version (id),
    original_id INTEGER NOT NULL REFERENCES original (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    encoding TEXT,
    ordinal INTEGER NOT NULL, pronom TEXT, reader TEXT, left_out TEXT CHECK (left_out IS NULL OR json_valid(left_out)), doubts TEXT CHECK (doubts IS NULL OR json_valid(doubts)), subject TEXT, author TEXT, sender TEXT, message_id TEXT, published_at TEXT, captured_at TEXT, url TEXT,
    UNIQUE (version_id, original_id)
) STRICT;

CREATE INDEX file_by_original_id ON file (original_id);

CREATE TABLE participation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    party_id INTEGER NOT NULL REFERENCES party (id),
    on_behalf_of_id INTEGER REFERENCES party (id),
    ordinal INTEGER NOT NULL,
    UNIQUE (article_id, party_id),
    CHECK (on_behalf_of_id IS NOT party_id)
) STRICT;

CREATE TABLE participation_role (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    participation_id INTEGER NOT NULL REFERENCES participation (id),
    role TEXT NOT NULL CHECK (role IN ('host', 'moderator', 'speaker', 'participant', 'mentioned', 'author', 'photographer', 'translator')),
    UNIQUE (participation_id, role)
) STRICT;

CREATE TABLE printed_position (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    participation_id INTEGER NOT NULL REFERENCES participation (id),
    version_id INTEGER NOT NULL REFERENCES version (id),
    text TEXT NOT NULL CHECK (length(text) > 0),
    post_id INTEGER REFERENCES post (id),
    ordinal INTEGER NOT NULL,
    UNIQUE (participation_id, version_id, text)
) STRICT;

CREATE INDEX printed_position_by_version_id ON printed_position (version_id);

CREATE INDEX printed_position_by_post_id ON printed_position (post_id);

CREATE TABLE mention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    version_id INTEGER NOT NULL REFERENCES version (id),
    party_id INTEGER REFERENCES party (id),
    place_id INTEGER REFERENCES place (id),
    start_at INTEGER NOT NULL CHECK (start_at >= 0),
    end_at INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) > 0),
    state TEXT NOT NULL CHECK (state IN ('fresh', 'stale')),
    CHECK (end_at > start_at),
    CHECK ((party_id IS NULL) <> (place_id IS NULL))
) STRICT;

CREATE INDEX mention_by_version_id ON mention (version_id);

CREATE INDEX mention_by_party_id ON mention (party_id);

CREATE INDEX mention_by_place_id ON mention (place_id);

CREATE TABLE quote (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    version_id INTEGER NOT NULL REFERENCES version (id),
    speaker_id INTEGER REFERENCES party (id),
    speech TEXT NOT NULL CHECK (speech IN ('direct', 'paraphrase')),
    start_at INTEGER NOT NULL CHECK (start_at >= 0),
    end_at INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) > 0),
    CHECK (end_at > start_at)
) STRICT;

CREATE INDEX quote_by_version_id ON quote (version_id);

CREATE INDEX quote_by_speaker_id ON quote (speaker_id);

CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    original_id INTEGER NOT NULL REFERENCES original (id),
    article_id INTEGER REFERENCES article (id),
    event_id INTEGER REFERENCES event (id),
    name TEXT NOT NULL CHECK (length(name) > 0),
    ordinal INTEGER NOT NULL,
    credit TEXT,
    photographer TEXT,
    taken_at TEXT,
    place TEXT,
    rights TEXT,
    instructions TEXT,
    digital_source_type TEXT, rating INTEGER CHECK (rating BETWEEN -1 AND 5 AND rating <> 0), picked INTEGER NOT NULL DEFAULT 0 CHECK (picked IN (0, 1)), published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)), turned INTEGER NOT NULL DEFAULT 0 CHECK (turned BETWEEN 0 AND 3),
    CHECK (article_id IS NOT NULL OR event_id IS NOT NULL),
    UNIQUE (article_id, original_id)
) STRICT;

CREATE INDEX photo_by_original_id ON photo (original_id);

CREATE INDEX photo_by_event_id ON photo (event_id);

CREATE TABLE photo_text (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    language TEXT NOT NULL CHECK (length(language) >= 2),
    kind TEXT NOT NULL CHECK (kind IN ('caption', 'alt')),
    text TEXT NOT NULL CHECK (length(text) > 0),
    UNIQUE (photo_id, language, kind)
) STRICT;

CREATE TABLE region (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    party_id INTEGER NOT NULL REFERENCES party (id),
    x REAL NOT NULL CHECK (x >= 0 AND x <= 1),
    y REAL NOT NULL CHECK (y >= 0 AND y <= 1),
    w REAL NOT NULL CHECK (w > 0 AND w <= 1),
    h REAL NOT NULL CHECK (h > 0 AND h <= 1),
    CHECK (x + w <= 1.000001),
    CHECK (y + h <= 1.000001)
) STRICT;

CREATE INDEX region_by_photo_id ON region (photo_id);

CREATE INDEX region_by_party_id ON region (party_id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    article_id INTEGER NOT NULL REFERENCES article (id),
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    key TEXT NOT NULL CHECK (length(key) > 0),
    UNIQUE (article_id, kind, key)
) STRICT;

CREATE TABLE transfer (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'returned', 'accepted')),
    depositor TEXT NOT NULL CHECK (length(trim(depositor)) > 0),
    receiver TEXT NOT NULL CHECK (length(trim(receiver)) > 0),
    sent_on TEXT CHECK (sent_on IS NULL OR date(sent_on) IS sent_on),
    decided_on TEXT CHECK (decided_on IS NULL OR date(decided_on) IS decided_on),
    reason TEXT,
    note TEXT,
    created_at TEXT NOT NULL, act_number TEXT, depositor_address TEXT, depositor_person TEXT, depositor_position TEXT, receiver_address TEXT, receiver_person TEXT, receiver_position TEXT, left_restricted INTEGER NOT NULL DEFAULT 0 CHECK (left_restricted >= 0), left_embargoed INTEGER NOT NULL DEFAULT 0 CHECK (left_embargoed >= 0),
    CHECK (state = 'draft' OR sent_on IS NOT NULL),
    CHECK (state <> 'returned' OR reason IS NOT NULL)
) STRICT;

CREATE TABLE transfer_article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    transfer_id INTEGER NOT NULL REFERENCES transfer (id),
    article_id INTEGER NOT NULL REFERENCES article (id), named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    UNIQUE (transfer_id, article_id)
) STRICT;

CREATE INDEX transfer_article_by_article_id ON transfer_article (article_id);

CREATE TABLE transfer_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    transfer_id INTEGER NOT NULL REFERENCES transfer (id),
    original_id INTEGER NOT NULL REFERENCES original (id),
    kind TEXT NOT NULL CHECK (kind IN ('act', 'signature', 'inventory')),
    name TEXT NOT NULL CHECK (length(name) > 0)
) STRICT;

CREATE INDEX transfer_file_by_transfer_id ON transfer_file (transfer_id);

CREATE INDEX transfer_file_by_original_id ON transfer_file (original_id);

CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    query TEXT NOT NULL CHECK (json_valid(query))
) STRICT;

CREATE TABLE search_entry (
    article_id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    title_key BLOB NOT NULL,
    date TEXT,
    year INTEGER,
    languages TEXT NOT NULL,
    people INTEGER NOT NULL,
    photos INTEGER NOT NULL,
    digest TEXT NOT NULL
, day_in_order TEXT, last_year INTEGER) STRICT;

CREATE INDEX search_entry_by_title ON search_entry (title_key, article_id);

CREATE INDEX search_entry_by_year ON search_entry (year);

CREATE TABLE party_entry (
    party_id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    -- in how many it takes part or is spoken for, and the date of the latest
    articles INTEGER NOT NULL,
    last_date TEXT
, terms TEXT NOT NULL DEFAULT '', listed TEXT NOT NULL DEFAULT '', former TEXT, name_key BLOB NOT NULL DEFAULT x'', last_day TEXT) STRICT;

CREATE INDEX party_entry_by_name ON party_entry (kind, sort_key, party_id);

CREATE INDEX party_entry_by_articles ON party_entry (kind, articles DESC, sort_key, party_id);

CREATE INDEX participation_by_party_id_article_id ON participation (party_id, article_id);

CREATE INDEX participation_by_on_behalf_of_id_article_id ON participation (on_behalf_of_id, article_id);

CREATE INDEX photo_in_order ON photo (article_id DESC, ordinal, id);

CREATE INDEX photo_without_credit ON photo (article_id DESC, ordinal, id) WHERE credit IS NULL;

CREATE INDEX change_by_deleted_row ON change (noun, row_id) WHERE action = 'delete';

CREATE TABLE party_word (
    word TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    name_id INTEGER NOT NULL,
    PRIMARY KEY (word, party_id, name_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_word_by_party_id ON party_word (party_id);

CREATE INDEX version_unregistered ON version (article_id) WHERE fixed_at IS NULL;

CREATE TABLE party_distinction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    party_id INTEGER NOT NULL REFERENCES party (id),
    other_id INTEGER NOT NULL REFERENCES party (id),
    UNIQUE (party_id, other_id),
    CHECK (party_id <> other_id)
) STRICT;

CREATE INDEX party_distinction_by_other_id ON party_distinction (other_id);

CREATE INDEX party_entry_by_written_name ON party_entry (kind, name_key, party_id);

CREATE INDEX event_by_day_in_order ON event (day_in_order DESC, sort_key, id);

CREATE INDEX search_entry_by_day_in_order ON search_entry (day_in_order, article_id);

CREATE INDEX search_entry_of_years ON search_entry (last_year, year) WHERE last_year <> year;

CREATE VIRTUAL TABLE party_text USING fts5 (
    names, names_kazakh, names_russian,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TABLE search_word (
    form TEXT PRIMARY KEY,
    stem TEXT NOT NULL,
    backwards TEXT NOT NULL,
    printed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_by_stem ON search_word (stem);

CREATE INDEX search_word_by_backwards ON search_word (backwards);

CREATE INDEX search_entry_due ON search_entry (article_id) WHERE digest = '';

CREATE INDEX party_entry_due ON party_entry (party_id) WHERE terms = '';

CREATE INDEX party_entry_by_latest ON party_entry (kind, last_day DESC, sort_key, party_id);

CREATE VIRTUAL TABLE search_text USING fts5 (
    title, title_kazakh, title_russian, body, body_kazakh, body_russian, parties, parties_kazakh, parties_russian,
    captions, captions_kazakh, captions_russian, refs, refs_kazakh, refs_russian,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
);

CREATE TABLE open_suggestions (
    version_id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL,
    open INTEGER NOT NULL CHECK (open >= 0)
, proof INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX open_suggestions_by_article_id ON open_suggestions (article_id);

CREATE INDEX open_suggestions_of_article ON open_suggestions (article_id) WHERE open > 0;

CREATE INDEX version_by_release_key ON version (release_key);

CREATE INDEX photo_as_catalogued ON photo (article_id DESC, ordinal, id);

CREATE INDEX photo_by_taken_at ON photo (taken_at, id);

CREATE INDEX photo_by_taken_at_known ON photo (taken_at IS NULL, taken_at, id);

CREATE INDEX photo_by_rating ON photo (ifnull(rating, 0), id);

CREATE INDEX party_by_code_key ON party (code_key) WHERE code_key IS NOT NULL;

CREATE TABLE party_call (
    kind TEXT NOT NULL CHECK (kind IN ('surname', 'initials')),
    call TEXT NOT NULL,
    party_id INTEGER NOT NULL,
    PRIMARY KEY (kind, call, party_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX party_call_by_party_id ON party_call (party_id);

CREATE TABLE photo_template (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
    fields TEXT NOT NULL CHECK (json_valid(fields))
) STRICT;

CREATE TABLE photo_likeness (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    original_id INTEGER NOT NULL UNIQUE REFERENCES original (id),
    version INTEGER NOT NULL,
    bytes BLOB
, proof INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE near_original (
    one_id INTEGER NOT NULL REFERENCES original (id),
    other_id INTEGER NOT NULL REFERENCES original (id),
    PRIMARY KEY (one_id, other_id),
    CHECK (one_id < other_id)
, proof INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE INDEX near_original_by_other_id ON near_original (other_id);

CREATE TABLE photo_kinship (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    other_photo_id INTEGER NOT NULL REFERENCES photo (id),
    kind TEXT NOT NULL CHECK (kind IN ('version', 'different')),
    UNIQUE (photo_id, other_photo_id),
    CHECK (photo_id <> other_photo_id)
) STRICT;

CREATE INDEX photo_kinship_by_other_photo_id ON photo_kinship (other_photo_id);

CREATE TABLE seal (
    noun TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    -- two bytes of the digest of each field, in the order of their names: they say which differs
    fields BLOB NOT NULL,
    PRIMARY KEY (noun, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chain (
    -- the op with which it came to stand so; 0 before the first
    op_id INTEGER PRIMARY KEY,
    -- which commit that was, counted from the first
    commits INTEGER NOT NULL CHECK (commits > 0),
    -- the sum of all seals
    state BLOB NOT NULL CHECK (length(state) = 32),
    -- of the link before, and of this one
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE article_seal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    op_id INTEGER NOT NULL REFERENCES op (id),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT;

CREATE INDEX article_seal_by_article_id ON article_seal (article_id, id);

CREATE INDEX article_seal_by_op_id ON article_seal (op_id);
