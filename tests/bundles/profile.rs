//! Every bundle follows the profile that it names and carries.

use std::fs;

use muragat_bagit::{Bag, Profile};
use serde_json::Value;

use crate::sample;

#[test]
fn bundles_follow_their_own_profile_as_folder_and_as_zip() {
    for (name, zip) in [("бума", false), ("бума.zip", true)] {
        let (_home, bundle) = sample(name, zip);
        let bag = Bag::open(&bundle).unwrap();
        let carried = bag.read("muragat/bagit-profile.json", 1 << 20).unwrap();
        assert_eq!(carried, fs::read("../docs/bagit-profile.json").unwrap());
        let profile = Profile::from_json(std::str::from_utf8(&carried).unwrap()).unwrap();
        assert_eq!(profile.identifier(), muragat_bundle::PROFILE_IDENTIFIER);
        assert_eq!(profile.check(&bag).unwrap(), []);
    }
}

#[test]
fn a_bundle_that_departs_from_it_is_told() {
    let (home, bundle) = sample("бума", false);
    let verify = || home.run(&["verify".as_ref(), bundle.as_os_str()]);
    assert_eq!(verify().done().json()["warnings"], serde_json::json!([]));
    fs::write(bundle.join("ескерту.txt"), "x").unwrap();
    let said = verify();
    let found = said.json();
    let details: Vec<&Value> = found["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["code"] == "profile_departure")
        .map(|one| &one["detail"])
        .collect();
    assert_eq!(details, ["Tag-Files-Allowed: ескерту.txt"], "{said:#?}");
    assert_eq!(said.status, Some(0));
    assert!(said.err.contains("departs from the profile"), "{said:#?}");
}
