//! Records and libraries that come from elsewhere or go there: adoption, what stays when something leaves, backup, the
//! check of the whole.

pub(crate) mod adopt_records;
pub(crate) mod backup;
pub(crate) mod enter_record;
pub(crate) mod library_check;
pub(crate) mod library_figures;
pub(crate) mod make_entries;
pub(crate) mod record_bounds;
pub(crate) mod record_check;
pub(crate) mod renew_article;
pub(crate) mod withheld;
