//! Why things are suggested.

use crate::reader::lex::lexed::Lexed;
use crate::reader::organisations::found as organisations;
use crate::reader::people::names::{By, Mention};
use crate::reader::speech::speakers;
use crate::release::Reason;

pub(crate) fn of_mention(lexed: &Lexed, mention: &Mention) -> Reason {
    let text = lexed.between(mention.first, mention.last);
    match mention.by {
        By::Surname => Reason::NameForm { text },
        By::List => Reason::NameOnList {
            text: mention.given.clone().unwrap_or(text),
        },
        By::Tagger => Reason::Tagger { text },
        By::Record => Reason::OnRecord {
            name: mention.name(),
        },
    }
}

pub(crate) fn of_organisation(lexed: &Lexed, found: &organisations::Found) -> Reason {
    let text = lexed.between(found.first, found.last);
    match found.by {
        organisations::By::Position => Reason::InPosition { text },
        organisations::By::Head => Reason::HeadNoun { text },
        organisations::By::List => Reason::Listed { text },
        organisations::By::Tagger => Reason::Tagger { text },
        organisations::By::Credit => Reason::InCredit { text },
        organisations::By::Record => Reason::OnRecord {
            name: found.name.clone(),
        },
    }
}

pub(crate) fn of_speaker(by: speakers::By, beside: &str) -> Reason {
    match by {
        speakers::By::Named => Reason::SpeakerBeside {
            text: beside.to_owned(),
        },
        speakers::By::Position => Reason::SpeakerByPosition {
            text: beside.to_owned(),
        },
        speakers::By::Before => Reason::SpeakerBefore,
        speakers::By::Next => Reason::SpeakerNext,
    }
}
