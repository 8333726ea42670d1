//! Records and libraries that come from elsewhere or go there: adoption, backup, the check of the whole.

pub(crate) mod adopt;
pub(crate) mod backup;
pub(crate) mod check;
pub(crate) mod enter;
pub(crate) mod renew;
pub(crate) mod soundness;
