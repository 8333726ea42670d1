//! The description of a table: all that the catalogue must know of a noun beside its rules. It stands in the
//! noun's file; what history, undo, deletion, merging and the window need is derived from it.

use rusqlite::types::Value;

/// A column that history keeps: all but id, uuid and derived ones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    /// The column.
    pub name: &'static str,
    /// Whether its edits are kept as patches.
    pub long: bool,
    /// Whether a person sets it, and so may set it back.
    pub settable: bool,
    /// The noun whose row it names by its integer key, and what that means.
    pub reference: Option<Reference>,
    /// Another field, or `id`, whose value it may never have.
    pub unlike: Option<&'static str>,
}

/// That a field names a row of another noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reference {
    /// The noun.
    pub noun: &'static str,
    /// How the row depends on the one that it names.
    pub bond: Bond,
}

/// How a row depends on one that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bond {
    /// It is part of that row's record, and goes with it.
    Part,
    /// It is part of that row's record where it is part of nothing else, and holds it then; else it lets go of it.
    PartElse,
    /// It stands by itself and holds what it names: that cannot go before.
    Holds,
    /// It stands by itself, and names nothing once that is gone.
    LetsGo,
}

impl Field {
    /// A plain field.
    pub(crate) const fn new(name: &'static str) -> Field {
        Field {
            name,
            long: false,
            settable: false,
            reference: None,
            unlike: None,
        }
    }

    /// Its edits are kept as patches.
    pub(crate) const fn long(mut self) -> Field {
        self.long = true;
        self
    }

    /// A person sets it.
    pub(crate) const fn settable(mut self) -> Field {
        self.settable = true;
        self
    }

    /// Its row is part of the one that it names.
    pub(crate) const fn part_of(self, noun: &'static str) -> Field {
        self.refers(noun, Bond::Part)
    }

    /// Its row is part of the one that it names, where it is part of nothing else.
    pub(crate) const fn part_else_of(self, noun: &'static str) -> Field {
        self.refers(noun, Bond::PartElse)
    }

    /// It names a row that cannot go before it.
    pub(crate) const fn holds(self, noun: &'static str) -> Field {
        self.refers(noun, Bond::Holds)
    }

    /// It names a row that may go, and none then.
    pub(crate) const fn lets_go_of(self, noun: &'static str) -> Field {
        self.refers(noun, Bond::LetsGo)
    }

    /// It never has the value of another field of its row; where a merge would give it that, it is cleared.
    pub(crate) const fn unlike(mut self, field: &'static str) -> Field {
        self.unlike = Some(field);
        self
    }

    const fn refers(mut self, noun: &'static str, bond: Bond) -> Field {
        self.reference = Some(Reference { noun, bond });
        self
    }
}

/// A column computed from fields of its row; no part of history.
pub(crate) struct Derived {
    /// The column.
    pub column: &'static str,
    /// The fields that it is computed from.
    pub from: &'static [&'static str],
    /// Computes it; the values come in the order of `from`.
    pub compute: fn(&[&Value]) -> Value,
    /// Whether a row may be without it: of values that one row alone may have, and several older rows come to.
    pub may_lack: bool,
}

/// What people look at as one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RecordKind {
    Article,
    Party,
    Event,
    Photo,
    Unit,
    Transfer,
    SavedSearch,
    PhotoTemplate,
    Library,
}

impl RecordKind {
    pub(crate) const ALL: [RecordKind; 9] = [
        RecordKind::Article,
        RecordKind::Party,
        RecordKind::Event,
        RecordKind::Photo,
        RecordKind::Unit,
        RecordKind::Transfer,
        RecordKind::SavedSearch,
        RecordKind::PhotoTemplate,
        RecordKind::Library,
    ];

    /// What kind of record the rows of a table stand for, if any.
    pub(crate) fn of(table: &Table) -> Option<RecordKind> {
        RecordKind::ALL
            .into_iter()
            .find(|kind| kind.table() == table.name)
    }

    /// The table whose row stands for the record.
    pub(crate) const fn table(self) -> &'static str {
        match self {
            RecordKind::Article => "article",
            RecordKind::Party => "party",
            RecordKind::Event => "event",
            RecordKind::Photo => "photo",
            RecordKind::Unit => "unit",
            RecordKind::Transfer => "transfer",
            RecordKind::SavedSearch => "saved_search",
            RecordKind::PhotoTemplate => "photo_template",
            RecordKind::Library => "library",
        }
    }
}

/// Which records look different when a row does.
pub(crate) struct SeenIn {
    /// What kind of record.
    pub kind: RecordKind,
    /// Edits of these fields are seen there; of any field where none is named. That a row comes or goes is
    /// always seen.
    pub fields: &'static [&'static str],
    /// Selects the integer keys of the records for the row `?1`; null stands for none.
    pub select: &'static str,
}

/// A row is seen in records whichever field changes.
pub(crate) const fn seen_in(kind: RecordKind, select: &'static str) -> SeenIn {
    SeenIn {
        kind,
        fields: &[],
        select,
    }
}

/// A row is seen in records where some fields change.
pub(crate) const fn seen_in_by(
    kind: RecordKind,
    fields: &'static [&'static str],
    select: &'static str,
) -> SeenIn {
    SeenIn {
        kind,
        fields,
        select,
    }
}

/// All that the catalogue must know of a table.
pub(crate) struct Table {
    /// Table and noun.
    pub name: &'static str,
    /// Its fields, in the order in which rows are read.
    pub fields: &'static [Field],
    /// Columns computed from fields.
    pub derived: &'static [Derived],
    /// Fields that only make sense together: what one op changed of them goes back together.
    pub together: &'static [&'static [&'static str]],
    /// Fields whose values one row alone may have: of two that a merge would make alike one goes.
    pub alike: &'static [&'static str],
    /// Two fields that name two rows of one noun: where a merge makes these one, the pair goes.
    pub pair: &'static [&'static str],
    /// The fields by which a row is called, joined by blanks; none where it has no name of its own.
    pub called: &'static [&'static str],
    /// The field that names the row under whose name history tells of this one; none where it stands for itself.
    pub told_of: Option<&'static str>,
    /// A condition under which the row is evidence: no field of it can be put back.
    pub evidence: Option<&'static str>,
    /// Run before a row that an undone op made is taken away again; empty for most.
    pub release: &'static str,
    /// The records that look different when a row does.
    pub seen_in: &'static [SeenIn],
    /// Selects the articles whose search entry is made from the row `?1`; empty where none is.
    pub indexed_in: &'static str,
    /// Edits of these fields change that entry; of any field where none is named.
    pub indexed_by: &'static [&'static str],
    /// Selects the parties whose entry in the list of parties is made from the row `?1`; empty where none is.
    pub listed_in: &'static str,
    /// Edits of these fields change those entries; of any field where none is named.
    pub listed_by: &'static [&'static str],
}

impl Table {
    /// A table of these fields, of which nothing more is said: the rest is filled in by its noun.
    pub(crate) const fn new(name: &'static str, fields: &'static [Field]) -> Table {
        Table {
            name,
            fields,
            derived: &[],
            together: &[],
            alike: &[],
            pair: &[],
            called: &[],
            told_of: None,
            evidence: None,
            release: "",
            seen_in: &[],
            indexed_in: "",
            indexed_by: &[],
            listed_in: "",
            listed_by: &[],
        }
    }

    /// The field of a name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Where a field stands among the values of a row.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// The names of the fields, between commas, as SQL wants them.
    pub(crate) fn columns(&self) -> String {
        let names: Vec<&str> = self.fields.iter().map(|field| field.name).collect();
        names.join(", ")
    }

    /// The noun that a field names a row of.
    pub(crate) fn refers_to(&self, field: &str) -> Option<&'static str> {
        self.field(field)?.reference.map(|to| to.noun)
    }
}

/// Selects the articles whose record shows a party: those that name it, and those that name a party whose own
/// record names it, and so on. `$start` selects the party of the row `?1`.
macro_rules! articles_showing {
    ($start:literal) => {
        concat!(
            "WITH RECURSIVE near (id) AS (",
            $start,
            " UNION SELECT person_id FROM post JOIN near ON organisation_id = near.id
              UNION SELECT party.id FROM party JOIN near ON parent_id = near.id
              UNION SELECT party.id FROM party JOIN near ON predecessor_id = near.id)
             SELECT article_id FROM near CROSS JOIN participation ON party_id = near.id
             UNION SELECT article_id FROM near CROSS JOIN participation ON on_behalf_of_id = near.id
             UNION SELECT article_id FROM near CROSS JOIN mention ON party_id = near.id JOIN version ON version.id = version_id
             UNION SELECT article_id FROM near CROSS JOIN quote ON speaker_id = near.id JOIN version ON version.id = version_id
             UNION SELECT article_id FROM near CROSS JOIN region ON party_id = near.id JOIN photo ON photo.id = photo_id
             UNION SELECT article.id FROM near CROSS JOIN unit AS top ON top.creator_id = near.id
               JOIN unit ON top.id IN (unit.id, unit.parent_id, (SELECT parent_id FROM unit AS middle WHERE middle.id = unit.parent_id))
               JOIN article ON unit_id = unit.id"
        )
    };
}
pub(crate) use articles_showing;
