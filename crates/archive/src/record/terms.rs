//! The closed vocabularies of the catalogue. Each is stored, exported and sent to the window under
//! the same lower-case word, which the schema's CHECKs repeat.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$term_doc:meta])* $term:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum $name {
            $($(#[$term_doc])* #[serde(rename = $word)] #[ts(rename = $word)] $term,)+
        }

        impl $name {
            /// Every term, in the order in which it is listed.
            pub const ALL: &'static [$name] = &[$($name::$term),+];

            /// The stored word.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$term => $word,)+ }
            }

            /// The term for a stored word.
            pub fn parse(word: &str) -> Option<$name> {
                match word { $($word => Some($name::$term),)+ _ => None }
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.as_str()))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                $name::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
            }
        }
    };
}

vocabulary! {
    /// Level of description above the article (ISAD(G) 3.1.4).
    Level {
        /// Архивтік қор.
        Fonds = "fonds",
        /// Тізімдеме, опись.
        Inventory = "inventory",
        /// Іс, дело.
        File = "file",
    }
}

vocabulary! {
    /// On which way a closed article went out.
    ReleaseWay {
        /// In a bundle.
        Export = "export",
        /// In a list.
        List = "list",
        /// On paper.
        Print = "print",
        /// Its photos, as copies.
        Copies = "copies",
    }
}

vocabulary! {
    /// Where an article stands.
    State {
        /// Its text may still change.
        Draft = "draft",
        /// Its text is evidence.
        Registered = "registered",
        /// Taken back by its issuer; it stays in the archive.
        Withdrawn = "withdrawn",
    }
}

vocabulary! {
    /// Access conditions (ISAD(G) 3.4.1).
    Access {
        /// For everyone.
        Open = "open",
        /// For those the deciding office names.
        Restricted = "restricted",
        /// For nobody before a day.
        Embargo = "embargo",
    }
}

vocabulary! {
    /// What a version is to the version it names.
    Relation {
        /// The first text; it names none.
        Original = "original",
        /// The same text in another language.
        Translates = "translates",
        /// Mends errors.
        Corrects = "corrects",
        /// Takes its place.
        Replaces = "replaces",
        /// Takes it back.
        Withdraws = "withdraws",
    }
}

vocabulary! {
    /// Person or organisation (ISAAR(CPF) 5.1.1).
    PartyKind {
        /// One human being.
        Person = "person",
        /// A corporate body.
        Organisation = "organisation",
    }
}

vocabulary! {
    /// What a post is.
    PostKind {
        /// A position held at work.
        Office = "office",
        /// Member of a body.
        Membership = "membership",
        /// Құрметті атақ.
        HonoraryTitle = "honorary_title",
        /// An academic degree.
        Degree = "degree",
    }
}

vocabulary! {
    /// What a form of a party's name is; none where it is just another.
    NameKind {
        /// As documents of the party itself have it.
        Official = "official",
        /// Borne before: a maiden name, a body's name before it was renamed.
        Former = "former",
        /// Shortened: initials, an abbreviation.
        Short = "short",
        /// As print had it by mistake.
        Misspelt = "misspelt",
    }
}

vocabulary! {
    /// What a party did at what an article reports.
    Role {
        /// Өткізуші.
        Host = "host",
        /// Модератор.
        Moderator = "moderator",
        /// Сөз сөйлеуші.
        Speaker = "speaker",
        /// Қатысушы.
        Participant = "participant",
        /// Аталған.
        Mentioned = "mentioned",
        /// Автор.
        Author = "author",
        /// Фотограф.
        Photographer = "photographer",
        /// Аудармашы.
        Translator = "translator",
    }
}

vocabulary! {
    /// How speech is given.
    Speech {
        /// To the letter.
        Direct = "direct",
        /// In the writer's words.
        Paraphrase = "paraphrase",
    }
}

vocabulary! {
    /// Whether a span still holds what was tagged.
    MentionState {
        /// It does.
        Fresh = "fresh",
        /// An edit cut through it.
        Stale = "stale",
    }
}

vocabulary! {
    /// What a text about a photo is for.
    TextKind {
        /// Printed under it.
        Caption = "caption",
        /// For who cannot see it (IPTC Alt Text).
        Alt = "alt",
    }
}

vocabulary! {
    /// What two photos are to each other that look like one picture.
    Kinship {
        /// The same picture, resized, cut, toned or marked.
        Version = "version",
        /// Two pictures.
        Different = "different",
    }
}

vocabulary! {
    /// How a picture came to be: IPTC NewsCodes, Digital Source Type.
    DigitalSourceType {
        /// Taken with a digital camera.
        DigitalCapture = "digitalCapture",
        /// Made of several captures of a scene.
        ComputationalCapture = "computationalCapture",
        /// Scanned from a negative.
        NegativeFilm = "negativeFilm",
        /// Scanned from a slide.
        PositiveFilm = "positiveFilm",
        /// Scanned from paper.
        Print = "print",
        /// Worked on by a human.
        HumanEdits = "humanEdits",
        /// Worked on by trained algorithms.
        CompositeWithTrainedAlgorithmicMedia = "compositeWithTrainedAlgorithmicMedia",
        /// Bettered by an algorithm.
        AlgorithmicallyEnhanced = "algorithmicallyEnhanced",
        /// Made by a human with digital tools.
        DigitalCreation = "digitalCreation",
        /// Drawn from data.
        DataDrivenMedia = "dataDrivenMedia",
        /// Made by trained algorithms.
        TrainedAlgorithmicMedia = "trainedAlgorithmicMedia",
        /// Made by an algorithm alone.
        AlgorithmicMedia = "algorithmicMedia",
        /// Of a screen.
        ScreenCapture = "screenCapture",
        /// Of a virtual event.
        VirtualRecording = "virtualRecording",
        /// Of several elements.
        Composite = "composite",
        /// Of several captured elements.
        CompositeCapture = "compositeCapture",
        /// With synthetic elements.
        CompositeSynthetic = "compositeSynthetic",
    }
}

impl DigitalSourceType {
    /// Those of pictures that artificial intelligence made or changed: they are marked for people and machines (law of
    /// Kazakhstan on artificial intelligence of 2025-11-17).
    pub const BY_AI: &'static [DigitalSourceType] = &[
        DigitalSourceType::TrainedAlgorithmicMedia,
        DigitalSourceType::CompositeWithTrainedAlgorithmicMedia,
        DigitalSourceType::CompositeSynthetic,
        DigitalSourceType::AlgorithmicallyEnhanced,
    ];

    /// Whether a stored term, or its URI, is one of those.
    pub fn is_by_ai(term: &str) -> bool {
        let term = term.rsplit('/').next().unwrap_or(term);
        DigitalSourceType::parse(term).is_some_and(|own| DigitalSourceType::BY_AI.contains(&own))
    }
}

vocabulary! {
    /// A field of a photo of which the photo itself, or its article, may say something.
    StatedField {
        /// IPTC Description.
        Caption = "caption",
        /// IPTC Alt Text (Accessibility).
        Alt = "alt",
        /// IPTC Creator.
        Photographer = "photographer",
        /// IPTC Credit Line.
        Credit = "credit",
        /// IPTC Copyright Notice and Rights Usage Terms.
        Rights = "rights",
        /// IPTC Location Shown, Location Created or the older fields of a place.
        Place = "place",
        /// IPTC Instructions.
        Instructions = "instructions",
        /// IPTC Date Created.
        TakenAt = "taken_at",
        /// IPTC Digital Source Type.
        DigitalSourceType = "digital_source_type",
    }
}

vocabulary! {
    /// What wants looking at in a photo.
    PhotoCheckKind {
        /// It has no credit.
        CreditMissing = "credit_missing",
        /// Its credit is neither what the article prints nor what the file says.
        CreditDiffers = "credit_differs",
        /// It was taken after the article was published.
        TakenAfterPublication = "taken_after_publication",
        /// Its file says that AI made or changed it, its record does not.
        AiUnmarked = "ai_unmarked",
        /// Its file marks more faces than the record says whose they are.
        FacesUnnamed = "faces_unnamed",
        /// A caption names somebody who is not tagged.
        NamedButNotTagged = "named_but_not_tagged",
        /// Whoever spoke is seen in no photo.
        SpeakerUnseen = "speaker_unseen",
    }
}

vocabulary! {
    /// Where something is said of a photo.
    StatementSource {
        /// Exif, mostly by the camera.
        Exif = "exif",
        /// IPTC-IIM, by older programs.
        IptcIim = "iptc_iim",
        /// XMP, by newer ones.
        Xmp = "xmp",
        /// A line of the article's text («Сурет: …»).
        Article = "article",
    }
}

vocabulary! {
    /// What a file of a transfer is.
    TransferFileKind {
        /// Қабылдау-беру актісі.
        Act = "act",
        /// A detached signature (CMS).
        Signature = "signature",
        /// Тізімдеме as handed over.
        Inventory = "inventory",
    }
}

vocabulary! {
    /// Where a transfer stands.
    TransferState {
        /// Being put together.
        Draft = "draft",
        /// On its way.
        Sent = "sent",
        /// Sent back, with a reason.
        Returned = "returned",
        /// Taken over by the archive.
        Accepted = "accepted",
    }
}

vocabulary! {
    /// Why somebody is offered, or something suggested. The window has words for each: `reason-CODE`.
    ReasonCode {
        /// The same name.
        SameName = "same-name",
        /// A form of the name on record.
        NameForm = "name-form",
        /// The same name in the other script.
        OtherScript = "other-script",
        /// Part of the name.
        NamePart = "name-part",
        /// The name begins so.
        NameBegins = "name-begins",
        /// Surname and given name agree.
        SameSurnameGiven = "same-surname-given",
        /// The surname agrees, the initial fits.
        SameSurnameInitial = "same-surname-initial",
        /// The surname agrees.
        SameSurname = "same-surname",
        /// Given name and patronymic agree, the surname is another: she may have changed it.
        SameGivenPatronymic = "same-given-patronymic",
        /// The one goes by the other's former name.
        FormerName = "former-name",
        /// The same to the eye: letters of the other alphabet stand in one of them.
        LookAlike = "look-alike",
        /// One letter is another, too many, or out of place.
        OneLetter = "one-letter",
        /// The one is the first letters of the other.
        Abbreviation = "abbreviation",
        /// The same business identification number.
        SameBin = "same-bin",
        /// Spoke for the same organisation before.
        SameOrganisation = "same-organisation",
        /// Stands in this document.
        HereAlready = "here-already",
        /// The words have the form of a surname.
        ReadNameForm = "read-name-form",
        /// The given name is on the list of names.
        ReadNameOnList = "read-name-on-list",
        /// The tagger took the words for one.
        ReadTagger = "read-tagger",
        /// The archive has a party of that name.
        ReadOnRecord = "read-on-record",
        /// A position is printed beside the name.
        ReadPositionBeside = "read-position-beside",
        /// A short form stands for the full name.
        ReadShortForm = "read-short-form",
        /// A position names the organisation.
        ReadInPosition = "read-in-position",
        /// A noun of organisations or places is in the name.
        ReadHeadNoun = "read-head-noun",
        /// On the list of bodies and places.
        ReadListed = "read-listed",
        /// A photo credit names it.
        ReadInCredit = "read-in-credit",
        /// The speaker is named beside the quote.
        ReadSpeakerBeside = "read-speaker-beside",
        /// The speaker's position stands beside the quote.
        ReadSpeakerByPosition = "read-speaker-by-position",
        /// The text spoke of that person right before the quote.
        ReadSpeakerBefore = "read-speaker-before",
        /// The speaker is named with the next part of the speech.
        ReadSpeakerNext = "read-speaker-next",
    }
}

vocabulary! {
    /// What an op of history did.
    OpKind {
        /// An article was added.
        AddArticle = "add_article",
        /// Several articles were added at once.
        AddArticles = "add_articles",
        /// Files were kept as further originals of texts that were there.
        KeepForms = "keep_forms",
        /// An article became a version of another.
        JoinArticles = "join_articles",
        /// Its description was edited.
        EditArticle = "edit_article",
        /// A draft's title was edited.
        EditTitle = "edit_title",
        /// A draft's text was edited.
        EditText = "edit_text",
        /// Its subjects, places or events were edited.
        EditHeadings = "edit_headings",
        /// Articles were laid into a unit.
        MoveArticles = "move_articles",
        /// A version's language was set.
        EditLanguage = "edit_language",
        /// A version was added.
        AddVersion = "add_version",
        /// A draft version was taken out.
        DeleteVersion = "delete_version",
        /// An article was registered.
        Register = "register",
        /// Several articles were registered.
        RegisterArticles = "register_articles",
        /// Fields of several articles were set.
        EditArticles = "edit_articles",
        /// Several drafts were deleted.
        DeleteArticles = "delete_articles",
        /// A party was tagged in several articles.
        TagArticles = "tag_articles",
        /// Suggestions of several articles were accepted, those that are sure.
        AcceptCertain = "accept_certain",
        /// A draft was deleted.
        DeleteArticle = "delete_article",
        /// A party was tagged.
        Tag = "tag",
        /// A place was tagged.
        TagPlace = "tag_place",
        /// A tag was taken away.
        Untag = "untag",
        /// A place was taken out of an article.
        UntagPlace = "untag_place",
        /// A span was marked.
        Mention = "mention",
        /// A quotation was marked.
        Quote = "quote",
        /// Every further place that names a party was marked.
        MarkEverywhere = "mark_everywhere",
        /// Roles, positions or on whose behalf were set.
        EditParticipation = "edit_participation",
        /// The cast was put in order.
        OrderCast = "order_cast",
        /// A mark was taken away.
        RemoveMention = "remove_mention",
        /// A mark was set anew.
        MoveMention = "move_mention",
        /// A quote's speaker or manner was set.
        EditQuote = "edit_quote",
        /// A quote's mark was taken away.
        RemoveQuote = "remove_quote",
        /// Suggestions were accepted.
        AcceptSuggestions = "accept_suggestions",
        /// A suggestion was rejected.
        RejectSuggestion = "reject_suggestion",
        /// What was rejected is suggested again.
        SuggestAgain = "suggest_again",
        /// Photos were attached.
        Attach = "attach",
        /// A unit was added.
        AddUnit = "add_unit",
        /// A unit's fields were edited.
        EditUnit = "edit_unit",
        /// An empty unit was deleted.
        DeleteUnit = "delete_unit",
        /// A search was given a name.
        SaveSearch = "save_search",
        /// A saved search was given another name.
        RenameSearch = "rename_search",
        /// A saved search was taken away.
        DeleteSearch = "delete_search",
        /// Fields of photos were kept under a name.
        SavePhotoTemplate = "save_photo_template",
        /// They are kept no longer.
        DeletePhotoTemplate = "delete_photo_template",
        /// The library was given another name.
        RenameLibrary = "rename_library",
        /// A field was put back to what it held before.
        Restore = "restore",
        /// The same fields of photos were edited.
        EditPhotos = "edit_photos",
        /// Photos were put in another order.
        OrderPhotos = "order_photos",
        /// Photos were turned upright.
        TurnPhotos = "turn_photos",
        /// The times of photos were moved, as the camera's clock was wrong.
        ShiftPhotos = "shift_photos",
        /// Photos were moved to another article or event.
        MovePhotos = "move_photos",
        /// Photos were taken away.
        RemovePhotos = "remove_photos",
        /// It was marked, or no longer, who is seen where in a photo.
        EditRegions = "edit_regions",
        /// A party was added.
        AddParty = "add_party",
        /// Its record was edited.
        EditParty = "edit_party",
        /// A party that nothing refers to was taken away.
        DeleteParty = "delete_party",
        /// Other forms of a party's name were edited.
        EditNames = "edit_names",
        /// A person's posts were edited.
        EditPosts = "edit_posts",
        /// A list of officials was loaded.
        LoadOfficials = "load_officials",
        /// Two parties became one.
        MergeParties = "merge_parties",
        /// One party became two.
        SplitParty = "split_party",
        /// Two that look alike were told apart.
        TellApart = "tell_apart",
        /// It was said what two photos are to each other that look like one picture.
        RelatePhotos = "relate_photos",
        /// An event was added.
        AddEvent = "add_event",
        /// Its record was edited.
        EditEvent = "edit_event",
        /// An event was taken away.
        DeleteEvent = "delete_event",
        /// An article was put under an event, or taken from under it.
        LinkEvent = "link_event",
        /// A transfer to another archive began.
        BeginTransfer = "begin_transfer",
        /// Its parties, its number, its note or its list were edited.
        EditTransfer = "edit_transfer",
        /// It went to the archive.
        SendTransfer = "send_transfer",
        /// The archive sent it back.
        ReturnTransfer = "return_transfer",
        /// The archive accepted it.
        AcceptTransfer = "accept_transfer",
        /// A transfer that never left was taken away.
        DeleteTransfer = "delete_transfer",
        /// Its act, inventory or signatures were kept with it.
        KeepTransferFiles = "keep_transfer_files",
        /// A file was taken away from it.
        RemoveTransferFile = "remove_transfer_file",
        /// Closed articles were let out, as somebody named them.
        Release = "release",
        /// Records of another library came in.
        Import = "import",
        /// An op was taken back.
        Undo = "undo",
        /// What was taken back was done again.
        Redo = "redo",
    }
}

#[cfg(test)]
mod tests {
    use super::ReasonCode;

    #[test]
    fn every_reason_has_words_in_every_language() {
        for language in ["kk", "ru", "en"] {
            let path = format!(
                "{}/../../assets/locales/{language}/tagging.ftl",
                env!("CARGO_MANIFEST_DIR")
            );
            let words = std::fs::read_to_string(path).unwrap();
            for code in ReasonCode::ALL {
                let id = format!("\nreason-{} = ", code.as_str());
                assert!(words.contains(&id), "{language}: {}", code.as_str());
            }
        }
    }
}
