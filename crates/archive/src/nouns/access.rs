//! Access: whether an article may leave the archive on a day.

use crate::nouns::article::Article;
use crate::record::terms::Access;

/// Whether access rules let an article out on a day, `YYYY-MM-DD`, where nobody named it. The last day of an embargo is
/// still under it, and an embargo without an end never ends.
pub fn may_leave(access: Access, embargo_until: Option<&str>, day: &str) -> bool {
    match access {
        Access::Open => true,
        Access::Restricted => false,
        Access::Embargo => embargo_until.is_some_and(|until| until < day),
    }
}

/// Whether access rules keep an article in on a day.
pub(crate) fn is_closed(article: &Article, day: &str) -> bool {
    !may_leave(article.access, article.embargo_until.as_deref(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_embargo_holds_on_its_last_day_and_no_longer() {
        let on = |day| may_leave(Access::Embargo, Some("2026-12-31"), day);
        assert_eq!(
            ["2026-12-30", "2026-12-31", "2027-01-01"].map(on),
            [false, false, true]
        );
    }

    #[test]
    fn other_access_has_no_days_and_an_embargo_without_an_end_never_ends() {
        for until in [None, Some("1999-12-31"), Some("9999-12-31")] {
            assert!(may_leave(Access::Open, until, "2026-03-14"));
            assert!(!may_leave(Access::Restricted, until, "2026-03-14"));
        }
        assert!(!may_leave(Access::Embargo, None, "9999-12-31"));
    }
}
