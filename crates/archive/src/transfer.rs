//! Transfer: what went to which archive when, with its act and signature files.

use crate::rows::{Table, row};
use crate::words::{TransferFileKind, TransferState};

row! {
    /// A transfer to another archive.
    Transfer in TRANSFER {
        state: TransferState,
        depositor: String,
        receiver: String,
        sent_on: Option<String>,
        decided_on: Option<String>,
        reason: Option<String>,
        note: Option<String>,
        created_at: String,
    }
}

row! {
    /// An article in a transfer.
    TransferArticle in TRANSFER_ARTICLE {
        transfer_id: i64,
        article_id: i64,
    }
}

row! {
    /// Act, signature or inventory of a transfer.
    TransferFile in TRANSFER_FILE {
        transfer_id: i64,
        original_id: i64,
        kind: TransferFileKind,
        name: String,
    }
}

pub(crate) static TRANSFER: Table = Table {
    name: "transfer",
    fields: Transfer::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};

pub(crate) static TRANSFER_ARTICLE: Table = Table {
    name: "transfer_article",
    fields: TransferArticle::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};

pub(crate) static TRANSFER_FILE: Table = Table {
    name: "transfer_file",
    fields: TransferFile::FIELDS,
    long: &[],
    derived: &[],
    release: "",
    articles: "",
};
