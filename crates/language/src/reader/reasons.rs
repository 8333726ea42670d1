//! Why things are suggested.

use crate::reader::found::FoundOrganisation;
use crate::reader::found::OrganisationSign;
use crate::reader::lex::lexed::Lexed;
use crate::reader::people::names::{Mention, NameSign};
use crate::reader::speech::speakers::SpeakerSign;
use crate::release::Reason;

pub(crate) fn of_mention(lexed: &Lexed, mention: &Mention) -> Reason {
    let text = lexed.between(mention.first, mention.last);
    match mention.by {
        NameSign::Surname => Reason::NameForm { text },
        NameSign::List => Reason::NameOnList {
            text: mention.given.clone().unwrap_or(text),
        },
        NameSign::Tagger => Reason::Tagger { text },
        NameSign::Record => Reason::OnRecord {
            name: mention.name(),
        },
        NameSign::Learned => Reason::Tagger { text },
    }
}

pub(crate) fn of_organisation(lexed: &Lexed, found: &FoundOrganisation) -> Reason {
    let text = lexed.between(found.first, found.last);
    match found.by {
        OrganisationSign::Position => Reason::InPosition { text },
        OrganisationSign::Head => Reason::HeadNoun { text },
        OrganisationSign::List => Reason::Listed { text },
        OrganisationSign::Tagger | OrganisationSign::Learned => Reason::Tagger { text },
        OrganisationSign::Credit => Reason::InCredit { text },
        OrganisationSign::Record => Reason::OnRecord {
            name: found.name.clone(),
        },
    }
}

pub(crate) fn of_speaker(by: SpeakerSign, beside: &str) -> Reason {
    match by {
        SpeakerSign::Named => Reason::SpeakerBeside {
            text: beside.to_owned(),
        },
        SpeakerSign::Position => Reason::SpeakerByPosition {
            text: beside.to_owned(),
        },
        SpeakerSign::Before | SpeakerSign::Learned => Reason::SpeakerBefore,
        SpeakerSign::Next => Reason::SpeakerNext,
    }
}
