//! Tagging in the text: what the picker offers, what a tag makes, how the cast is changed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, RELEASE, home};
use muragat_archive::record::ArticleRecord;
use muragat_archive::record::terms::{MentionState, PartyKind, Role, Speech};
use muragat_archive::{
    ParticipationFields, SuggestionKind, TagKind, TagProposal, TagSpan, TaggedSpan, Tagging, Whom,
};

/// Where a text stands in a body, in characters, the `nth` time.
fn at(body: &str, text: &str, nth: usize) -> (u64, u64) {
    let (byte, _) = body.match_indices(text).nth(nth).unwrap();
    let start = body[..byte].chars().count() as u64;
    (start, start + text.chars().count() as u64)
}

struct Desk {
    home: Home,
    article: String,
}

impl Desk {
    fn new(text: &str) -> Desk {
        let mut home = home();
        let article = home.add(text).id;
        Desk { home, article }
    }

    fn record(&self) -> ArticleRecord {
        self.home.archive.article(&self.article).unwrap()
    }

    fn propose(&self, text: &str, nth: usize, kind: TagKind) -> TagProposal {
        let version = self.record().versions.remove(0);
        let (start, end) = at(&version.body, text, nth);
        self.home
            .archive
            .propose_tag(&version.id, start, end, kind)
            .unwrap()
    }

    /// Takes the proposal as it stands: for `party`, or a new one.
    fn take(
        &mut self,
        proposal: &TagProposal,
        party: Option<&str>,
        everywhere: bool,
    ) -> TaggedSpan {
        let tag = TagSpan {
            version: self.record().versions[0].id.clone(),
            start: proposal.start,
            end: proposal.end,
            kind: proposal.kind,
            party: party.map(str::to_owned),
            name: proposal.name.clone(),
            roles: proposal.roles.clone(),
            positions: proposal.positions.clone(),
            on_behalf_of: proposal.on_behalf_of.clone(),
            everywhere,
            replaces: None,
        };
        self.home.archive.tag_span(&tag).unwrap().value
    }
}

fn codes(proposal: &TagProposal) -> Vec<(&str, Vec<&str>)> {
    proposal
        .candidates
        .iter()
        .map(|c| {
            (
                c.name.as_str(),
                c.reasons.iter().map(|r| r.code.as_str()).collect(),
            )
        })
        .collect()
}

#[test]
fn a_selection_becomes_a_filled_picker() {
    let desk = Desk::new(RELEASE);
    let proposal = desk.propose("уле Ома", 0, TagKind::Person);
    assert_eq!(proposal.text, "Сәуле Омарова");
    assert_eq!(proposal.name, "Сәуле Омарова");
    assert_eq!(
        proposal.positions,
        ["«Ерлік» қоғамдық бірлестігінің төрағасы"]
    );
    assert_eq!(
        proposal.on_behalf_of.as_deref(),
        Some("«Ерлік» қоғамдық бірлестігі")
    );
    assert_eq!(proposal.elsewhere, 1);
    // what the whole text says of her, wherever she is selected
    assert_eq!(proposal.roles, [Role::Speaker]);
    let again = desk.propose("Сәуле Омарова", 1, TagKind::Person);
    assert_eq!(
        (&again.roles, &again.positions),
        (&proposal.roles, &proposal.positions)
    );
    let body = desk.propose("Жетісу университетінің", 0, TagKind::Organisation);
    assert_eq!(
        (body.text.as_str(), body.name.as_str()),
        ("Жетісу университетінің", "Жетісу университеті")
    );
    let version = desk.record().versions.remove(0);
    let outside = desk
        .home
        .archive
        .propose_tag(&version.id, 5, 99_999, TagKind::Person);
    assert_eq!(outside.unwrap_err().code(), "span_outside");
}

const OPENING: &str = "Открытие музея
В открытии принял участие директор городского музея Людмила Стромская. «Это большой день для города», – сказала Людмила Стромская.
Заместитель акима области Нурлан Сейтов вручил директору музея Людмиле Стромской грамоту.
«Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарова да сөз сөйледі.";

/// Whichever mention is selected, in whichever case and language, the picker opens with what the reader found.
#[test]
fn the_picker_says_what_the_reader_says() {
    for text in [RELEASE, OPENING] {
        let desk = Desk::new(text);
        let version = desk.record().versions.remove(0);
        let suggestions = desk.home.archive.suggestions(&version.id).unwrap();
        let mut asked = 0;
        for said in &suggestions {
            let kind = match said.kind {
                SuggestionKind::Person => TagKind::Person,
                SuggestionKind::Organisation => TagKind::Organisation,
                SuggestionKind::Place => TagKind::Place,
                SuggestionKind::Quote => continue,
            };
            for span in &said.spans {
                let archive = &desk.home.archive;
                let proposal = archive.propose_tag(&version.id, span.start, span.end, kind);
                let proposal = proposal.unwrap();
                assert_eq!(
                    (proposal.start, proposal.end, &proposal.text),
                    (span.start, span.end, &span.text)
                );
                assert_eq!(
                    (
                        proposal.name,
                        proposal.positions,
                        proposal.on_behalf_of,
                        proposal.roles
                    ),
                    (
                        said.name.clone(),
                        said.positions.clone(),
                        said.on_behalf_of.clone(),
                        said.roles.clone()
                    ),
                    "{span:?}"
                );
                asked += 1;
            }
        }
        assert!(asked >= 5, "{suggestions:?}");
    }
    let desk = Desk::new(OPENING);
    let she = desk.propose("Людмиле Стромской", 0, TagKind::Person);
    assert_eq!(she.name, "Людмила Стромская");
    assert!(!she.positions.is_empty());
}

#[test]
fn one_op_makes_the_party_its_part_and_its_marks() {
    let mut desk = Desk::new(RELEASE);
    let proposal = desk.propose("Сәуле Омарова", 0, TagKind::Person);
    let before = desk.record();
    let made = desk.take(&proposal, None, false);
    assert!(made.new);
    assert_eq!((made.mentions, made.elsewhere), (1, 1));
    let record = desk.record();
    let cast = &record.cast[0];
    assert_eq!(Some(&cast.id), made.participation.as_ref());
    assert_eq!(cast.roles, [Role::Speaker]);
    assert_eq!(
        cast.positions[0].text,
        "«Ерлік» қоғамдық бірлестігінің төрағасы"
    );
    let behalf = record
        .parties
        .iter()
        .find(|p| Some(&p.id) == cast.on_behalf_of.as_ref())
        .unwrap();
    assert_eq!(
        (behalf.name.as_str(), behalf.kind),
        ("«Ерлік» қоғамдық бірлестігі", PartyKind::Organisation)
    );
    let more = desk
        .home
        .archive
        .mark_everywhere(&desk.article.clone(), &made.party)
        .unwrap();
    assert_eq!(more.value, 1);
    let none = desk
        .home
        .archive
        .mark_everywhere(&desk.article.clone(), &made.party)
        .unwrap();
    assert_eq!((none.value, none.op), (0, None));
    // the same span again is no second mark
    let second = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        Some(&made.party),
        false,
    );
    assert_eq!(second.mention, made.mention);
    desk.home.archive.undo(None).unwrap();
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
}

#[test]
fn candidates_come_with_their_reasons_the_likeliest_first() {
    let mut desk = Desk::new(RELEASE);
    let first = desk.propose("Сәуле Омарова", 0, TagKind::Person);
    let she = desk.take(&first, None, false);
    let other = desk
        .home
        .add("date 2026-05-02 Екінші хабар\n«Ерлік» қоғамдық бірлестігінің төрағасы Сәуле Омарованың сөзі. С. Омарова, Сәкен Омаров және Асан Омарова келді.")
        .id;
    desk.article = other;
    let exact = desk.propose("Сәуле Омарованың", 0, TagKind::Person);
    assert_eq!(exact.name, "Сәуле Омарова");
    assert_eq!(
        codes(&exact),
        [("Сәуле Омарова", vec!["same-name", "same-organisation"])]
    );
    let candidate = &exact.candidates[0];
    assert_eq!(
        (candidate.id.as_str(), candidate.articles, candidate.here),
        (she.party.as_str(), 1, false)
    );
    assert_eq!(candidate.last_date.as_deref(), Some("2026-03-14"));
    assert_eq!(
        candidate.position.as_deref(),
        Some("«Ерлік» қоғамдық бірлестігінің төрағасы")
    );
    // the text itself says whose the initials are
    let initials = desk.propose("С. Омарова", 0, TagKind::Person);
    assert_eq!(initials.name, "Сәуле Омарова");
    assert_eq!(
        codes(&initials),
        [("Сәуле Омарова", vec!["same-name", "same-organisation"])]
    );
    let by_initials = |desk: &Desk| -> Vec<&'static str> {
        let found = desk
            .home
            .archive
            .candidates(&desk.article, TagKind::Person, "С. Омарова")
            .unwrap();
        found[0].reasons.iter().map(|r| r.code.as_str()).collect()
    };
    assert_eq!(by_initials(&desk), ["same-surname-initial"]);
    assert_eq!(codes(&desk.propose("Сәкен Омаров", 0, TagKind::Person)), []);
    assert_eq!(
        codes(&desk.propose("Асан Омарова", 0, TagKind::Person)),
        [("Сәуле Омарова", vec!["same-surname"])]
    );
    desk.take(&exact, Some(&she.party), false);
    assert_eq!(by_initials(&desk), ["same-surname-initial", "here-already"]);
    // as one types in the picker
    let typed = |name: &str| {
        let found = desk
            .home
            .archive
            .candidates(&desk.article, TagKind::Person, name)
            .unwrap();
        found.into_iter().map(|c| c.name).collect::<Vec<_>>()
    };
    assert_eq!(typed("ома"), ["Сәуле Омарова"]);
    assert_eq!(typed("Saule Omarova"), ["Сәуле Омарова"]);
    assert!(typed("").is_empty());
    assert!(typed("С").is_empty());
    assert!(typed("Петров").is_empty());
    let organisation = desk
        .home
        .archive
        .candidates(&desk.article, TagKind::Organisation, "Ерлік")
        .unwrap();
    assert_eq!(organisation[0].reasons[0].code.as_str(), "name-part");
}

#[test]
fn a_printed_name_is_kept_as_a_form_only_where_it_is_another_name() {
    let mut desk = Desk::new(
        "date 2026-03-14 Хабар\nБейбіт Исабаев келді. Б. Исабаев сөйледі. Бейбіт Исабаевқа рақмет. Beibit Isabaev came. Бейбіт Өксікбайұлы Исабаев кетті.",
    );
    let he = desk.take(
        &desk.propose("Бейбіт Исабаев", 0, TagKind::Person),
        None,
        false,
    );
    for text in [
        "Б. Исабаев",
        "Бейбіт Исабаевқа",
        "Beibit Isabaev",
        "Бейбіт Өксікбайұлы Исабаев",
    ] {
        let proposal = desk.propose(text, 0, TagKind::Person);
        assert_eq!(proposal.candidates[0].id, he.party, "{text}");
        desk.take(&proposal, Some(&he.party), false);
    }
    let record = desk.record();
    let mut forms: Vec<&str> = record.parties[0]
        .names
        .iter()
        .map(|n| n.form.as_str())
        .collect();
    forms.sort_unstable();
    // the text gives the name in full, whichever of its forms is selected
    assert_eq!(record.parties[0].name, "Бейбіт Өксікбайұлы Исабаев");
    assert_eq!(forms, ["Beibit Isabaev", "Бейбіт Исабаев"]);
    assert_eq!(record.versions[0].mentions.len(), 5);
}

#[test]
fn a_mark_is_not_set_inside_a_longer_name_nor_over_a_namesake() {
    let mut desk = Desk::new(
        "date 2026-03-14 Хабар\nЖетісу университетінде жиын өтті. Жетісу көркем. Асан Омаров пен Асан Омаров. Жетісу әдемі.",
    );
    desk.take(
        &desk.propose("Жетісу университетінде", 0, TagKind::Organisation),
        None,
        false,
    );
    let place = desk.take(&desk.propose("Жетісу", 1, TagKind::Place), None, true);
    assert_eq!((place.participation, place.mentions), (None, 2));
    let record = desk.record();
    assert_eq!(record.places.len(), 1);
    assert!(record.places[0].heading);
    let one = desk.take(
        &desk.propose("Асан Омаров", 0, TagKind::Person),
        None,
        false,
    );
    let two = desk.take(&desk.propose("Асан Омаров", 1, TagKind::Person), None, true);
    assert_ne!(one.party, two.party);
    assert_eq!((two.mentions, two.elsewhere), (1, 0));
    desk.home
        .archive
        .remove_place(&desk.article.clone(), &place.party)
        .unwrap();
    let record = desk.record();
    assert!(record.places.is_empty());
    assert_eq!(record.versions[0].mentions.len(), 3);
}

#[test]
fn the_cast_is_edited_and_put_in_order() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        true,
    );
    let he = desk.take(
        &desk.propose("Нұрлан Сейітов", 0, TagKind::Person),
        None,
        true,
    );
    let (she_id, he_id) = (she.participation.unwrap(), he.participation.unwrap());
    let fields = ParticipationFields {
        roles: Some(vec![Role::Host, Role::Speaker]),
        on_behalf_of: Some(String::new()),
    };
    desk.home
        .archive
        .edit_participation(&she_id, &fields)
        .unwrap();
    desk.home.archive.move_participation(&he_id, 0).unwrap();
    let version = desk.record().versions[0].id.clone();
    let positions = [
        "бірінші".to_owned(),
        " ".into(),
        "екінші".into(),
        "бірінші".into(),
    ];
    desk.home
        .archive
        .set_positions(&she_id, &version, &positions)
        .unwrap();
    let record = desk.record();
    assert_eq!(
        record
            .cast
            .iter()
            .map(|c| c.id.as_str())
            .collect::<Vec<_>>(),
        [&he_id, &she_id]
    );
    assert_eq!(record.cast[1].roles, [Role::Host, Role::Speaker]);
    assert_eq!(record.cast[1].on_behalf_of, None);
    let printed: Vec<&str> = record.cast[1]
        .positions
        .iter()
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(printed, ["бірінші", "екінші"]);
    let reversed = ["екінші".to_owned(), "бірінші".into()];
    desk.home
        .archive
        .set_positions(&she_id, &version, &reversed)
        .unwrap();
    let record = desk.record();
    let printed: Vec<&str> = record.cast[1]
        .positions
        .iter()
        .map(|p| p.text.as_str())
        .collect();
    assert_eq!(printed, ["екінші", "бірінші"]);
    // One reworded stays the same position in the same place, whether the text prints it or not.
    let first = record.cast[1].positions[0].id.clone();
    let reworded = ["Жетісу облысының екіншісі".to_owned(), "бірінші".into()];
    desk.home
        .archive
        .set_positions(&she_id, &version, &reworded)
        .unwrap();
    let record = desk.record();
    let printed: Vec<(&str, &str)> = record.cast[1]
        .positions
        .iter()
        .map(|p| (p.id.as_str(), p.text.as_str()))
        .collect();
    assert_eq!(printed[0], (first.as_str(), "Жетісу облысының екіншісі"));
    assert_eq!(printed[1].1, "бірінші");
    let itself = ParticipationFields {
        on_behalf_of: Some(he.party.clone()),
        ..ParticipationFields::default()
    };
    // a person is nobody one speaks for
    assert_eq!(
        desk.home
            .archive
            .edit_participation(&he_id, &itself)
            .unwrap_err()
            .code(),
        "party_kind_differs"
    );
}

#[test]
fn quotes_find_their_marks_and_their_speaker() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        true,
    );
    let version = desk.record().versions.remove(0);
    let (start, _) = at(&version.body, "кітапқа", 0);
    let proposal = desk
        .home
        .archive
        .propose_quote(&version.id, start, start)
        .unwrap();
    assert_eq!(proposal.text, "Балалар кітапқа жақын болады");
    assert_eq!(
        (proposal.speech, proposal.speaker.as_deref()),
        (Speech::Direct, Some(she.party.as_str()))
    );
    let quote = desk
        .home
        .archive
        .quote(
            &version.id,
            proposal.start,
            proposal.end,
            proposal.speech,
            proposal.speaker.clone().map(Whom::Party).as_ref(),
        )
        .unwrap()
        .value;
    let record = desk.record();
    assert_eq!(
        record.versions[0].quotes[0].speaker.as_deref(),
        Some(she.party.as_str())
    );
    assert_eq!(record.cast[0].roles, [Role::Speaker]);
    desk.home
        .archive
        .edit_quote(&quote, Speech::Paraphrase, None)
        .unwrap();
    let edited = desk.record().versions[0].quotes[0].clone();
    assert_eq!((edited.speech, edited.speaker), (Speech::Paraphrase, None));
    desk.home.archive.undo(None).unwrap();
    // taken out of the cast, she speaks no more
    desk.home.archive.untag(&record.cast[0].id).unwrap();
    let record = desk.record();
    assert_eq!(record.versions[0].quotes[0].speaker, None);
    assert!(record.versions[0].mentions.is_empty() && record.cast.is_empty());
    desk.home.archive.undo(None).unwrap();
    assert_eq!(
        desk.record().versions[0].quotes[0].speaker.as_deref(),
        Some(she.party.as_str())
    );
    desk.home.archive.remove_quote(&quote).unwrap();
    assert!(desk.record().versions[0].quotes.is_empty());
}

/// Who speaks need not be known: the person comes with the quote, into the cast too, by one op.
#[test]
fn a_quote_may_be_a_new_persons() {
    let mut desk = Desk::new(RELEASE);
    let version = desk.record().versions.remove(0);
    let (start, end) = at(&version.body, "кітапқа", 0);
    let whom = Whom::Person("Сәуле Омарова".into());
    let quote = desk
        .home
        .archive
        .quote(&version.id, start, end, Speech::Direct, Some(&whom))
        .unwrap()
        .value;
    let record = desk.record();
    let speaker = record.versions[0].quotes[0].speaker.clone().unwrap();
    assert_eq!(record.cast[0].party, speaker);
    assert_eq!(record.cast[0].roles, [Role::Speaker]);
    let named = record.parties.iter().find(|party| party.id == speaker);
    assert_eq!(named.unwrap().name, "Сәуле Омарова");
    // another of that name is another person
    desk.home
        .archive
        .edit_quote(&quote, Speech::Direct, Some(&whom))
        .unwrap();
    assert_eq!(desk.record().cast.len(), 2);
    desk.home.archive.undo(None).unwrap();
    desk.home.archive.undo(None).unwrap();
    let record = desk.record();
    assert!(record.cast.is_empty() && record.versions[0].quotes.is_empty());
}

#[test]
fn a_stale_mark_is_confirmed_moved_or_taken_away() {
    let mut desk = Desk::new(RELEASE);
    desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        false,
    );
    let version = desk.record().versions.remove(0);
    let cut = version
        .body
        .replacen("Сәуле Омарова", "Сәуле апай Омарова", 1);
    desk.home
        .archive
        .edit_version(&version.id, None, Some(&cut))
        .unwrap();
    let mention = desk.record().versions[0].mentions[0].clone();
    assert_eq!(mention.state, MentionState::Stale);
    desk.home
        .archive
        .move_mention(&mention.id, mention.start, mention.end)
        .unwrap();
    let mended = desk.record().versions[0].mentions[0].clone();
    assert_eq!(
        (mended.state, mended.text.as_str()),
        (MentionState::Fresh, "Сәуле апай Омарова")
    );
    assert_eq!(
        desk.home
            .archive
            .move_mention(&mention.id, 4, 4)
            .unwrap_err()
            .code(),
        "span_outside"
    );
    desk.home.archive.remove_mention(&mention.id).unwrap();
    let record = desk.record();
    assert!(record.versions[0].mentions.is_empty());
    assert_eq!(record.cast.len(), 1);
}

#[test]
fn a_tag_takes_the_place_of_a_wrong_one_in_one_op() {
    let mut desk = Desk::new(RELEASE);
    let proposal = desk.propose("Нұрлан Сейітов", 0, TagKind::Person);
    let wrong = desk.take(&proposal, None, false);
    let before = desk.record();
    let tag = TagSpan {
        version: before.versions[0].id.clone(),
        start: proposal.start,
        end: proposal.end,
        kind: TagKind::Person,
        party: None,
        name: "Нұрлан Сейітов".into(),
        roles: vec![Role::Host],
        positions: Vec::new(),
        on_behalf_of: None,
        everywhere: false,
        replaces: Some(wrong.mention),
    };
    let right = desk.home.archive.tag_span(&tag).unwrap().value;
    let mentions = desk.record().versions[0].mentions.clone();
    assert_eq!(mentions.len(), 1);
    assert_eq!(mentions[0].party.as_deref(), Some(right.party.as_str()));
    // gone by now
    assert_eq!(
        desk.home.archive.tag_span(&tag).unwrap_err().code(),
        "not_found"
    );
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
}

#[test]
fn names_of_other_kinds_and_empty_ones_are_refused() {
    let mut desk = Desk::new(RELEASE);
    let proposal = desk.propose("Сәуле Омарова", 0, TagKind::Person);
    let she = desk.take(&proposal, None, false);
    let tag = TagSpan {
        version: desk.record().versions[0].id.clone(),
        start: proposal.start,
        end: proposal.end,
        kind: TagKind::Organisation,
        party: Some(she.party),
        name: "x".into(),
        roles: Vec::new(),
        positions: Vec::new(),
        on_behalf_of: None,
        everywhere: false,
        replaces: None,
    };
    assert_eq!(
        desk.home.archive.tag_span(&tag).unwrap_err().code(),
        "party_kind_differs"
    );
    let empty = TagSpan {
        party: None,
        name: " «» ".into(),
        ..tag
    };
    assert_eq!(
        desk.home.archive.tag_span(&empty).unwrap_err().code(),
        "name_empty"
    );
    let before = desk.record();
    let tagging = Tagging {
        kind: PartyKind::Person,
        name: " ".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    assert_eq!(
        desk.home
            .archive
            .tag(&desk.article.clone(), &tagging)
            .unwrap_err()
            .code(),
        "name_empty"
    );
    assert_eq!(desk.record(), before);
}

#[test]
fn whom_the_archive_knows_is_suggested_accepted_or_stays_away() {
    let mut desk = Desk::new(RELEASE);
    let she = desk.take(
        &desk.propose("Сәуле Омарова", 0, TagKind::Person),
        None,
        true,
    );
    desk.take(
        &desk.propose("Жетісу университетінің", 0, TagKind::Organisation),
        None,
        true,
    );
    desk.article = desk
        .home
        .add("date 2026-05-02 Екінші хабар\nЖетісу университетінде Сәуле Омарованың сөзі тыңдалды. Сәуле Омарова риза.")
        .id;
    let version = desk.record().versions[0].id.clone();
    let open = desk.home.archive.suggestions(&version).unwrap();
    let names: Vec<&str> = open.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Жетісу университеті", "Сәуле Омарова"]);
    let person = &open[1];
    assert!(person.sure);
    assert_eq!(
        (person.spans.len(), person.candidates[0].id.as_str()),
        (2, she.party.as_str())
    );
    let before = desk.record();
    desk.home
        .archive
        .reject_suggestion(&version, &open[0].key)
        .unwrap();
    desk.home
        .archive
        .accept_suggestions(&version, std::slice::from_ref(&person.key), None)
        .unwrap();
    assert!(desk.home.archive.suggestions(&version).unwrap().is_empty());
    let record = desk.record();
    assert_eq!(
        (record.cast.len(), record.versions[0].mentions.len()),
        (1, 2)
    );
    assert_eq!(record.cast[0].party, she.party);
    assert_eq!(record.decisions[0].kind, "organisation");
    let gone =
        desk.home
            .archive
            .accept_suggestions(&version, std::slice::from_ref(&person.key), None);
    assert_eq!(gone.unwrap_err().code(), "not_found");
    desk.home.archive.undo(None).unwrap();
    desk.home.archive.undo(None).unwrap();
    assert_eq!(desk.record(), before);
    assert_eq!(desk.home.archive.suggestions(&version).unwrap(), open);
}
