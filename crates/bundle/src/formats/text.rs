//! article.txt: for any editor, and for whoever reads it in a hundred years.

use muragat_archive::record::ArticleRecord;

/// Title and body of every version: UTF-8, \n line ends, a line of dashes between versions.
pub(crate) fn plain_text(record: &ArticleRecord) -> String {
    let versions: Vec<String> = record
        .versions
        .iter()
        .map(|version| format!("{}\n\n{}\n", version.title, version.body.trim_end()))
        .collect();
    versions.join("\n----------\n\n")
}
