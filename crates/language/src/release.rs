//! What a press release says: its head, its language and what stands in it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// All that is read in one release. Names and quotes are suggestions until an archivist accepts them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The title without labels and ornaments, of one line; empty only where the text has no visible line.
    pub title: String,
    /// The date that the release prints at its head, as YYYY-MM-DD.
    pub date: Option<String>,
    /// `kk`, `kk-Latn`, `ru` or `en`; `None` where it cannot be told.
    pub language: Option<String>,
    /// The text without title and date lines, without small print above the title and without blank lines at its ends,
    /// `\n` line ends, otherwise to the letter. Every span counts its chars.
    pub body: String,
    /// The people that the text names.
    pub people: Vec<Person>,
    /// The organisations that the text names.
    pub organisations: Vec<Named>,
    /// The places that the text names.
    pub places: Vec<Place>,
    /// What the text quotes.
    pub quotes: Vec<Quotation>,
    /// Credits of photos, without their label.
    pub photo_credits: Vec<Span>,
    /// What the text tells in its own words that somebody said.
    #[serde(default)]
    pub paraphrases: Vec<Quotation>,
    /// What took place.
    #[serde(default)]
    pub event: Option<Event>,
}

impl Reading {
    /// Counts every span from so many chars further.
    pub(crate) fn move_spans(&mut self, by: usize) {
        let mentions = self
            .people
            .iter_mut()
            .map(|one| &mut one.mentions)
            .chain(self.organisations.iter_mut().map(|one| &mut one.mentions))
            .chain(self.places.iter_mut().map(|one| &mut one.mentions));
        for span in mentions.flatten().chain(&mut self.photo_credits) {
            span.start += by;
            span.end += by;
        }
        for quote in self.quotes.iter_mut().chain(&mut self.paraphrases) {
            quote.start += by;
            quote.end += by;
        }
    }
}

/// What took place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its name, in the nominative.
    pub name: String,
    /// The day that the text prints, as YYYY-MM-DD.
    pub date: Option<String>,
    /// The place, in the nominative.
    pub place: Option<String>,
}

/// Why something is suggested: a code with what it rests on. Its words are in assets/locales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// The words have the form of a surname.
    NameForm {
        /// The words.
        text: String,
    },
    /// The given name is on the list of names.
    NameOnList {
        /// The name.
        text: String,
    },
    /// The statistical tagger took the words for one.
    Tagger {
        /// The words.
        text: String,
    },
    /// The archive has a party of that name.
    OnRecord {
        /// The name.
        name: String,
    },
    /// A position is printed beside the name.
    PositionBeside {
        /// The position.
        text: String,
    },
    /// Initials or a bare surname stand for the full name.
    ShortForm {
        /// The form as the text has it.
        text: String,
    },
    /// A position names the organisation.
    InPosition {
        /// The position.
        text: String,
    },
    /// The name ends in, or begins with, a noun of organisations or places.
    HeadNoun {
        /// The words.
        text: String,
    },
    /// The name is on the list of bodies or places.
    Listed {
        /// The words.
        text: String,
    },
    /// A photo credit names it.
    InCredit {
        /// The credit.
        text: String,
    },
    /// The speaker is named beside the quote.
    SpeakerBeside {
        /// The words beside it.
        text: String,
    },
    /// The speaker's position stands beside the quote.
    SpeakerByPosition {
        /// The words beside it.
        text: String,
    },
    /// The text spoke of that person right before the quote.
    SpeakerBefore,
    /// The speaker is named with the next part of the same speech.
    SpeakerNext,
}

/// A person whom a release names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The fullest form of the name, in the nominative.
    pub name: String,
    /// Other forms of the name in the text, in the nominative.
    pub variants: Vec<String>,
    /// Whole phrases as printed, organisation included.
    pub positions: Vec<String>,
    /// On whose behalf the person took part, in the nominative.
    pub organisation: Option<String>,
    /// What the person did.
    pub roles: Vec<Role>,
    /// Where the text names the person.
    pub mentions: Vec<Span>,
    /// Which of the positions are honorary titles: «Қазақстанның халық әртісі».
    #[serde(default)]
    pub honorary_titles: Vec<String>,
    /// How often a name so found is right, 0 to 1; 0 where only rules found it.
    #[serde(default)]
    pub confidence: f32,
    /// Whether the name may be accepted unseen.
    #[serde(default)]
    pub certain: bool,
    /// How often a position so found is right, for each of the positions.
    #[serde(default)]
    pub positions_confidence: Vec<f32>,
    /// Whether it may be accepted unseen, for each of the positions.
    #[serde(default)]
    pub positions_certain: Vec<bool>,
    /// Why the person is suggested.
    #[serde(default)]
    pub why: Vec<Reason>,
}

/// An organisation that a release names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// The fullest form of the name, in the nominative.
    pub name: String,
    /// Other forms of the name in the text, in the nominative.
    pub variants: Vec<String>,
    /// Where the text names it.
    pub mentions: Vec<Span>,
    /// How often one so found is right, 0 to 1; 0 where only rules found it.
    #[serde(default)]
    pub confidence: f32,
    /// Whether it may be accepted unseen.
    #[serde(default)]
    pub certain: bool,
    /// Why it is suggested.
    #[serde(default)]
    pub why: Vec<Reason>,
}

/// A place that a release names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The name in the nominative.
    pub name: String,
    /// Where the text names it.
    pub mentions: Vec<Span>,
    /// How often one so found is right, 0 to 1; 0 where only rules found it.
    #[serde(default)]
    pub confidence: f32,
    /// Whether it may be accepted unseen.
    #[serde(default)]
    pub certain: bool,
    /// Why it is suggested.
    #[serde(default)]
    pub why: Vec<Reason>,
}

/// Words that a release quotes, without their quotation marks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// Chars of the body before the quote.
    pub start: usize,
    /// Chars of the body to the quote's end, exclusive.
    pub end: usize,
    /// The quote as printed.
    pub text: String,
    /// Who says it, by the name that [`Person::name`] has.
    pub speaker: Option<String>,
    /// How often one so found is right, 0 to 1; 0 where only rules found it.
    #[serde(default)]
    pub confidence: f32,
    /// Whether it may be accepted unseen.
    #[serde(default)]
    pub certain: bool,
    /// How often a speaker so found is right, 0 to 1; 0 where only rules found who it is.
    #[serde(default)]
    pub speaker_confidence: f32,
    /// Whether the speaker may be accepted unseen.
    #[serde(default)]
    pub speaker_certain: bool,
    /// Why that speaker is suggested.
    #[serde(default)]
    pub why: Vec<Reason>,
}

/// A part of the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Chars of the body before the part.
    pub start: usize,
    /// Chars of the body to the part's end, exclusive.
    pub end: usize,
    /// The part as printed.
    pub text: String,
}

/// What a party did in the event or the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Held the event.
    Host,
    /// Led the discussion.
    Moderator,
    /// Spoke or is quoted.
    Speaker,
    /// Was present.
    Participant,
    /// Is named without having been present.
    Mentioned,
    /// Wrote the article.
    Author,
    /// Took the photos.
    Photographer,
    /// Translated the article.
    Translator,
}

impl Role {
    /// Every role, in the order in which lists show them.
    pub const ALL: [Role; 8] = [
        Role::Host,
        Role::Moderator,
        Role::Speaker,
        Role::Participant,
        Role::Mentioned,
        Role::Author,
        Role::Photographer,
        Role::Translator,
    ];

    /// The role's name in lower case, as JSON and the command line spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Host => "host",
            Role::Moderator => "moderator",
            Role::Speaker => "speaker",
            Role::Participant => "participant",
            Role::Mentioned => "mentioned",
            Role::Author => "author",
            Role::Photographer => "photographer",
            Role::Translator => "translator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no role is called {0:?}")]
pub struct UnknownRole(pub String);

impl UnknownRole {
    /// The error's code, under which assets/locales keeps its words.
    pub fn code(&self) -> &'static str {
        "role_unknown"
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    /// Reads what [`Role::as_str`] writes.
    fn from_str(name: &str) -> Result<Self, UnknownRole> {
        let role = Role::ALL.into_iter().find(|role| role.as_str() == name);
        role.ok_or_else(|| UnknownRole(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;
    use proptest::prelude::*;

    #[test]
    fn a_small_release_is_read() {
        let reading = read(
            " date 2026-05-12 Көпір ашылды\r\nОблыс орталығында жаңа көпір ашылды.\r\nСурет: баспасөз қызметі.\r\n",
        );
        assert_eq!(reading.title, "Көпір ашылды");
        assert_eq!(reading.date.as_deref(), Some("2026-05-12"));
        assert_eq!(reading.language.as_deref(), Some("kk"));
        assert_eq!(
            reading.body,
            "Облыс орталығында жаңа көпір ашылды.\nСурет: баспасөз қызметі."
        );
        assert_eq!(
            reading.photo_credits,
            [Span {
                start: 44,
                end: 60,
                text: "баспасөз қызметі".into()
            }]
        );
    }

    #[test]
    fn json_has_the_promised_names() {
        let json = serde_json::to_value(read("Тақырып")).unwrap();
        let names: Vec<&str> = json
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        for name in [
            "title",
            "date",
            "language",
            "body",
            "people",
            "organisations",
            "places",
            "quotes",
            "photo_credits",
        ] {
            assert!(names.contains(&name), "{name}");
        }
        assert_eq!(
            serde_json::from_value::<Reading>(json).unwrap(),
            read("Тақырып")
        );
    }

    #[test]
    fn roles_read_what_they_write() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
            assert_eq!(serde_json::to_value(role).unwrap(), role.as_str());
        }
        assert_eq!("king".parse::<Role>().unwrap_err().code(), "role_unknown");
    }

    /// A real release that lies beside the repository on the team's machines, never in it.
    #[test]
    fn the_shared_release_is_read_as_its_archivist_did() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/article");
        let (Ok(bytes), Ok(gold)) = (
            std::fs::read(format!("{folder}/article.txt")),
            std::fs::read_to_string(format!("{folder}/article.gold.json")),
        ) else {
            // written past the test runner, which hides what a passing test prints
            use std::io::Write as _;
            let _ = writeln!(std::io::stderr(), "skipped: {folder} is not here");
            return;
        };
        let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
        let reading = read(&crate::decode(&bytes).unwrap().text);
        assert_eq!(gold["title"], reading.title.as_str());
        assert_eq!(gold["date"], reading.date.as_deref().unwrap());
        assert_eq!(gold["language"], reading.language.as_deref().unwrap());
        let credits: Vec<&str> = reading
            .photo_credits
            .iter()
            .map(|span| span.text.as_str())
            .collect();
        assert_eq!(gold["photo_credits"], serde_json::json!(credits));
        let chars: Vec<char> = reading.body.chars().collect();
        for span in &reading.photo_credits {
            assert_eq!(
                chars[span.start..span.end].iter().collect::<String>(),
                span.text
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in any::<String>()) {
            let reading = read(&text);
            prop_assert!(!reading.body.contains('\r'));
            prop_assert!(!reading.title.contains('\n'));
        }
    }
}
