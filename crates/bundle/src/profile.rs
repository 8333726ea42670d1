//! The BagIt Profile that bundles follow.

/// The profile; each bundle has it along as a tag file.
pub const PROFILE: &str = include_str!("../../../docs/bagit-profile.json");

/// What bag-info.txt names the profile by.
pub const PROFILE_IDENTIFIER: &str = "urn:uuid:0199c3f2-6d1a-7c40-9f0e-3b5a7e1d2c48";
