//! The words of the command line, from assets/locales, in the reader's language.

use std::cell::RefCell;
use std::ffi::OsString;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use serde_json::Value;
use unic_langid::LanguageIdentifier;

/// The languages there are words in.
#[cfg(test)]
pub const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

macro_rules! locale {
    ($language:literal) => {
        [
            include_str!(concat!("../../../assets/locales/", $language, "/cli.ftl")),
            include_str!(concat!(
                "../../../assets/locales/",
                $language,
                "/catalogue.ftl"
            )),
            include_str!(concat!("../../../assets/locales/", $language, "/dates.ftl")),
            include_str!(concat!(
                "../../../assets/locales/",
                $language,
                "/history.ftl"
            )),
            include_str!(concat!(
                "../../../assets/locales/",
                $language,
                "/errors.ftl"
            )),
        ]
    };
}

/// One language's messages.
pub struct Messages {
    /// BCP 47.
    pub language: &'static str,
    bundle: FluentBundle<FluentResource>,
    missing: RefCell<Vec<String>>,
}

impl Messages {
    /// The words of a language; of Kazakh where there are none of it.
    pub fn new(language: &str) -> Messages {
        let (code, texts) = match language {
            "ru" => ("ru", locale!("ru")),
            "en" => ("en", locale!("en")),
            _ => ("kk", locale!("kk")),
        };
        let locale: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![locale]);
        // terminals show the isolating marks
        bundle.set_use_isolating(false);
        for text in texts {
            // a message that does not parse is left out, and a test finds it
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Messages {
            language: code,
            bundle,
            missing: RefCell::default(),
        }
    }

    /// A message, if there is one.
    pub fn find(&self, id: &str) -> Option<String> {
        self.format(id, None, &Value::Null)
    }

    /// A message without values.
    pub fn say(&self, id: &str) -> String {
        self.with(id, &Value::Null)
    }

    /// A message with values from an object.
    pub fn with(&self, id: &str, values: &Value) -> String {
        self.format(id, None, values).unwrap_or_else(|| {
            self.missing.borrow_mut().push(id.to_owned());
            id.to_owned()
        })
    }

    /// A date of a record (EDTF) as people write it; anything else stays as it is.
    pub fn date(&self, date: &str) -> String {
        muragat_bundle::dating_words(date, &|id, values| {
            let values = values.iter().map(|(name, value)| {
                let value = Value::String((*value).to_owned());
                ((*name).to_owned(), value)
            });
            self.with(id, &Value::Object(values.collect()))
        })
    }

    /// What went wrong, and what to do next.
    pub fn error(&self, code: &str, values: &Value) -> (String, Option<String>) {
        let id = format!("error-{}", code.replace('_', "-"));
        match self.format(&id, None, values) {
            Some(what) => (what, self.format(&id, Some("next"), values)),
            None => {
                let values = serde_json::json!({ "code": code });
                (
                    self.with("error-unknown", &values),
                    self.format("error-unknown", Some("next"), &values),
                )
            }
        }
    }

    /// Messages that were asked for and are not there.
    #[cfg(test)]
    pub fn missing(&self) -> Vec<String> {
        self.missing.borrow().clone()
    }

    fn format(&self, id: &str, attribute: Option<&str>, values: &Value) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut args = FluentArgs::new();
        for (name, value) in values.as_object().into_iter().flatten() {
            let value = match value {
                Value::Number(number) => FluentValue::from(number.as_f64().unwrap_or_default()),
                Value::String(text) => FluentValue::from(text.clone()),
                Value::Array(all) => {
                    FluentValue::from(all.iter().map(plain).collect::<Vec<_>>().join(", "))
                }
                Value::Null => FluentValue::from(""),
                other => FluentValue::from(other.to_string()),
            };
            args.set(name.clone(), value);
        }
        // a message that names a value it was not given shows the name: the golden folders would
        let mut errors = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned(),
        )
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The reader's language: as given, from the environment, or Kazakh.
pub fn language(given: &[OsString]) -> String {
    let texts: Vec<String> = given
        .iter()
        .map(|arg| arg.to_string_lossy().into_owned())
        .collect();
    let option =
        texts
            .iter()
            .enumerate()
            .find_map(|(at, arg)| match arg.strip_prefix("--language=") {
                Some(value) => Some(value.to_owned()),
                None => (arg == "--language")
                    .then(|| texts.get(at + 1).cloned())
                    .flatten(),
            });
    let set = |key: &str| std::env::var(key).ok().filter(|value| !value.is_empty());
    let wanted = option
        .or_else(|| set("MURAGAT_LANGUAGE"))
        .or_else(|| set("LC_ALL"))
        .or_else(|| set("LC_MESSAGES"))
        .or_else(|| set("LANG"))
        .unwrap_or_default();
    match wanted.get(..2) {
        Some("ru") => "ru",
        Some("en" | "C" | "C." | "PO") => "en",
        _ if wanted == "C" => "en",
        _ => "kk",
    }
    .to_owned()
}

#[cfg(test)]
mod tests;
