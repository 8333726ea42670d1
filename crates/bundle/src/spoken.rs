//! Messages of assets/locales made ready to be said in one language: for the viewer and for a transfer's documents.

use fluent_bundle::{FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

/// The messages of texts in Fluent's syntax, in a language (BCP 47).
pub(crate) fn spoken(language: &str, texts: &[&str]) -> FluentBundle<FluentResource> {
    let locale: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![locale]);
    // paper shows the isolating marks as boxes
    bundle.set_use_isolating(false);
    for text in texts {
        // a message that does not parse is left out, and a test finds it
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
