//! What the reader knows beforehand is kept and brought up to date by what was written; it is what one made anew
//! would be.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;
#[path = "common/steps/mod.rs"]
mod steps;

use common::{home, picture};
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{Archive, Identity, PartyFields};
use proptest::prelude::*;
use steps::{run, step};

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_kept_lexicon_is_one_made_anew(steps in prop::collection::vec((any::<bool>(), any::<bool>(), step()), 1..40)) {
        let mut home = home();
        let photos = [home.file("a.png", &picture(1)), home.file("b.png", &picture(2))];
        let mut other = Archive::open(home.archive.path(), Identity::new("Бауыржан")).unwrap();
        for (first, asked, step) in &steps {
            run(if *first { &mut home.archive } else { &mut other }, step, &photos)?;
            // what is not asked after each step has several to make up for
            if *asked {
                let anew = home.again().lexicon().unwrap();
                prop_assert!(home.archive.lexicon().unwrap() == anew, "{step:?}");
                prop_assert!(other.lexicon().unwrap() == anew, "{step:?} of the other");
            }
        }
        let anew = home.again().lexicon().unwrap();
        prop_assert!(home.archive.lexicon().unwrap() == anew && other.lexicon().unwrap() == anew);
    }
}

/// An edit that joins the op before it leaves no new op in history.
#[test]
fn a_name_that_is_typed_on_elsewhere_is_known() {
    let mut home = home();
    let mut other = home.again();
    let party = other
        .add_party(PartyKind::Person, "Бұлдақ Сабылтек")
        .unwrap()
        .value;
    for name in ["Бұлдақ Сабылтеков", "Бұлдақ Сабылтекова", "Бұлдақ Қасым"]
    {
        let fields = PartyFields {
            name: Some(name.to_owned()),
            ..PartyFields::default()
        };
        other.edit_party(&party, &fields).unwrap();
        assert!(
            home.archive.lexicon().unwrap() == home.again().lexicon().unwrap(),
            "{name}"
        );
    }
    // one's own too
    for name in ["Бұлдақ Сабылтеков", "Бұлдақ Сабылтекова"] {
        let fields = PartyFields {
            name: Some(name.to_owned()),
            ..PartyFields::default()
        };
        home.archive.edit_party(&party, &fields).unwrap();
        assert!(
            other.lexicon().unwrap() == home.again().lexicon().unwrap(),
            "{name}"
        );
        assert!(
            home.archive.lexicon().unwrap() == home.again().lexicon().unwrap(),
            "{name}"
        );
    }
}
