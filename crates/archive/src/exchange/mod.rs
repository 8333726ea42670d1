//! Records and libraries that come from elsewhere or go there: adoption, backup, the check of the whole.

pub(crate) mod adopt_records;
pub(crate) mod backup;
pub(crate) mod backup_plan;
pub(crate) mod enter_record;
pub(crate) mod library_check;
pub(crate) mod look_inside;
pub(crate) mod make_entries;
pub(crate) mod record_check;
pub(crate) mod renew_article;
pub(crate) mod restore;
