//! What each command does: one function each, from arguments to answer.

mod transfer;

use muragat_archive::record::terms::{Access, PartyKind, Role};
use muragat_archive::{
    self as archive, Archive, ArticleEdit, Error, Identity, Intake, ListQuery, Tagging,
};
use muragat_bundle as bundle;
use serde_json::{Value, json};

use crate::args::{Add, Attach, Cli, Edit, Export, Filter, Search, Tag, Unit, Verb};
use crate::failure::Failure;
use crate::print;
use crate::words::Words;

type Status = Result<u8, Failure>;

const DONE: u8 = 0;
const NO: u8 = 1;

/// Runs the command; gives the exit status.
pub fn run(cli: &Cli, words: &Words) -> Status {
    let go = Go { cli, words };
    let status = match &cli.command {
        Verb::Read { file } => go.read(file),
        Verb::Init { sample } => go.init(*sample),
        Verb::Add(add) => go.add(add),
        Verb::Tag(tag) => go.tag(tag),
        Verb::Officials { file } => go.officials(file),
        Verb::Attach(attach) => go.attach(attach),
        Verb::Show { id } => go.show(id),
        Verb::List(filter) => go.list(filter),
        Verb::Search(search) => go.search(search),
        Verb::Edit(edit) => go.edit(edit),
        Verb::Register { id } => go.register(id),
        Verb::Delete { id } => go.delete(id),
        Verb::Unit(unit) => go.unit(unit),
        Verb::Export(export) => go.export(export),
        Verb::Transfer(transfer) => go.transfer(&transfer.step),
        Verb::Verify { bundle } => go.verify(bundle),
        Verb::Import { bundle, plan, over } => match plan {
            true => go.plan(bundle),
            false => go.import(bundle, over),
        },
        Verb::Check { rebuild } => go.check(*rebuild),
        Verb::History { id, limit } => go.history(id.as_deref(), *limit),
        Verb::Undo { op } => go.undo(*op),
        Verb::Redo => go.redo(),
        Verb::Backup { file } => go.backup(file),
        Verb::Restore { file } => go.restore(file),
    };
    status.map_err(|failure| go.named(failure))
}

struct Go<'a> {
    cli: &'a Cli,
    words: &'a Words,
}

impl Go<'_> {
    fn who(&self) -> Identity {
        let actor = self
            .cli
            .actor
            .clone()
            .or_else(|| std::env::var("MURAGAT_ACTOR").ok());
        Identity::new(&actor.unwrap_or_default())
    }

    fn library(&self) -> Result<std::path::PathBuf, Failure> {
        self.cli
            .library
            .clone()
            .or_else(|| std::env::var_os("MURAGAT_LIBRARY").map(Into::into))
            .filter(|path: &std::path::PathBuf| !path.as_os_str().is_empty())
            .or_else(archive::default_library)
            .ok_or_else(|| Failure::new("library_unnamed", Value::Null))
    }

    fn named(&self, failure: Failure) -> Failure {
        match self.library() {
            Ok(library) => failure.at(&library),
            Err(_) => failure,
        }
    }

    fn open(&self) -> Result<Archive, Failure> {
        let archive = Archive::open(&self.library()?, self.who())?;
        for warning in archive.warnings() {
            let key = match warning {
                archive::Warning::NetworkShare => "warning-network-share",
                archive::Warning::SyncedFolder => "warning-synced-folder",
            };
            print::error(&self.words.say(key));
        }
        Ok(archive)
    }

    /// The answer: JSON where asked for, else lines.
    fn answer(
        &self,
        value: &impl serde::Serialize,
        lines: impl FnOnce() -> Vec<String>,
    ) -> Result<(), Failure> {
        if self.cli.json {
            return print::json(value);
        }
        for line in lines() {
            print::line(&line);
        }
        Ok(())
    }

    fn say(&self, id: &str, values: Value) -> String {
        self.words.with(id, &values)
    }

    fn read(&self, file: &std::path::Path) -> Status {
        // only a library that is asked for by -L takes part: reading needs none
        let reading = match self.cli.library {
            Some(_) => self.open()?.read_file(file)?,
            None => archive::read_file(file)?,
        };
        self.answer(&reading, || {
            let mut lines = vec![
                reading.title.clone(),
                self.say("read-date", json!({ "date": reading.date })),
                self.say("read-language", json!({ "language": reading.language })),
            ];
            for person in &reading.people {
                let roles: Vec<String> = person
                    .roles
                    .iter()
                    .map(|role| self.words.say(&format!("role-{role}")))
                    .collect();
                lines.push(self.say(
                    "read-person",
                    json!({ "name": person.name, "roles": roles.join(", ") }),
                ));
                for position in &person.positions {
                    lines.push(self.say("read-position", json!({ "position": position })));
                }
            }
            for organisation in &reading.organisations {
                lines.push(self.say("read-organisation", json!({ "name": organisation.name })));
            }
            for place in &reading.places {
                lines.push(self.say("read-place", json!({ "name": place.name })));
            }
            for quote in &reading.quotes {
                lines.push(self.say(
                    "read-quote",
                    json!({ "speaker": quote.speaker, "text": quote.text }),
                ));
            }
            for credit in &reading.photo_credits {
                lines.push(self.say("read-credit", json!({ "credit": credit.text })));
            }
            lines.push(String::new());
            lines.push(reading.body.clone());
            lines
        })?;
        Ok(DONE)
    }

    fn init(&self, sample: bool) -> Status {
        let path = self.library()?;
        let archive = match sample {
            true => muragat_sample::make(&path, self.who())?,
            false => Archive::create(&path, self.who())?,
        };
        let shown = shown(archive.path());
        self.answer(&json!({ "library": shown }), || {
            vec![self.say("init-done", json!({ "path": shown }))]
        })?;
        Ok(DONE)
    }

    fn add(&self, add: &Add) -> Status {
        if add.files.len() > 1 && (!add.photos.is_empty() || add.credit.is_some()) {
            return Err(Failure::new("photo_with_many", Value::Null));
        }
        let mut archive = self.open()?;
        let with = Intake {
            photos: add.photos.clone(),
            credit: add.credit.clone(),
            accept: add.accept,
            ..Intake::default()
        };
        let (mut added, mut status) = (Vec::new(), DONE);
        for file in &add.files {
            match archive.add(file, &with) {
                Ok(outcome) => {
                    let article = outcome.value;
                    status = status.max(self.refused(&article.photos.refused));
                    if !self.cli.json {
                        let values =
                            json!({ "reference": article.reference, "title": article.title });
                        print::line(&self.say("add-done", values));
                        self.undrawable(&article.photos.attached);
                    }
                    self.tell_doubts(&article.doubts);
                    let mut line = json!({ "id": article.id, "reference": article.reference, "title": article.title });
                    if !article.doubts.is_empty() {
                        line["doubts"] = json!(article.doubts);
                    }
                    added.push(line);
                }
                Err(error) => {
                    let failure = self.named(Failure::from(error));
                    failure.tell(self.words, self.cli.json);
                    status = status.max(failure.status());
                    // what concerns one file lets the others go on; a library or disk that fails does not
                    if failure.status() != NO && !failure.is_of_a_file() {
                        break;
                    }
                }
            }
        }
        if self.cli.json && (!added.is_empty() || status == DONE) {
            print::json(&json!({ "articles": added }))?;
        }
        Ok(status)
    }

    /// Warns of names of which it is not sure whom they mean.
    fn tell_doubts(&self, doubts: &[archive::Doubt]) {
        for doubt in doubts {
            let message = match doubt.made {
                Some(_) => "add-doubt",
                None => "add-quote-nobody",
            };
            let values = json!({ "name": doubt.name, "count": doubt.candidates.len() });
            print::error(&self.say(message, values));
        }
    }

    /// Tells what was refused; gives the status.
    fn refused(&self, refused: &[Error]) -> u8 {
        let failures: Vec<Failure> = refused.iter().map(Failure::from).collect();
        for failure in &failures {
            failure.tell(self.words, self.cli.json);
        }
        failures.iter().map(Failure::status).max().unwrap_or(DONE)
    }

    fn undrawable(&self, photos: &[archive::Attached]) {
        for photo in photos {
            if let Some(reason) = &photo.undrawable {
                let why = self
                    .words
                    .say(&format!("photo-{}", reason.replace('_', "-")));
                print::error(&self.say("photo-kept", json!({ "name": photo.name, "why": why })));
            }
        }
    }

    fn tag(&self, tag: &Tag) -> Status {
        let role = match tag.role.as_deref() {
            None => None,
            Some(word) => Some(Role::parse(word).ok_or_else(|| {
                let known: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
                Failure::new("role_unknown", json!({ "role": word, "known": known }))
            })?),
        };
        let (kind, name) = match (&tag.person, &tag.organisation) {
            (Some(name), _) => (PartyKind::Person, name),
            (None, Some(name)) => (PartyKind::Organisation, name),
            (None, None) => {
                return Err(Failure::new(
                    "argument_missing",
                    json!({ "argument": "--person" }),
                ));
            }
        };
        let tagging = Tagging {
            kind,
            name: name.clone(),
            role,
            position: tag.position.clone(),
            on_behalf_of: tag.on_behalf_of.clone(),
        };
        let tagged = self.open()?.tag(&tag.id, &tagging)?.value;
        self.answer(&tagged, || {
            let key = if tagged.new { "tag-new" } else { "tag-known" };
            vec![self.say(
                key,
                json!({ "name": tagged.name, "mentions": tagged.mentions }),
            )]
        })?;
        Ok(DONE)
    }

    fn officials(&self, file: &std::path::Path) -> Status {
        let done = self.open()?.load_officials(file)?.value;
        self.answer(&done, || {
            let values = json!({ "rows": done.rows, "people": done.people, "organisations": done.organisations, "posts": done.posts });
            vec![self.say("officials-done", values)]
        })?;
        for heading in &done.ignored {
            print::error(&self.say("officials-ignored", json!({ "heading": heading })));
        }
        Ok(DONE)
    }

    fn attach(&self, attach: &Attach) -> Status {
        let outcome = self.open()?.attach(
            &attach.id,
            &attach.photos,
            attach.caption.as_deref(),
            attach.credit.as_deref(),
        )?;
        let done = outcome.value;
        let status = self.refused(&done.refused);
        self.answer(&json!({ "photos": done.attached }), || {
            done.attached
                .iter()
                .map(|photo| self.say("attach-done", json!({ "name": photo.name })))
                .collect()
        })?;
        if !self.cli.json {
            self.undrawable(&done.attached);
        }
        Ok(status)
    }

    fn show(&self, id: &str) -> Status {
        let record = self.open()?.article(id)?;
        self.answer(&record, || crate::print::record(self.words, &record))?;
        Ok(DONE)
    }

    fn list(&self, filter: &Filter) -> Status {
        let query = ListQuery {
            unit: filter.unit.clone(),
            year: filter.year,
            limit: filter.limit.unwrap_or(u32::MAX),
            ..ListQuery::default()
        };
        let page = self.open()?.lines(&query)?;
        self.answer(
            &json!({ "articles": page.rows, "total": page.total }),
            || {
                let mut lines: Vec<String> = page
                    .rows
                    .iter()
                    .map(|row| {
                        format!(
                            "{}  {}  {}",
                            row.reference,
                            row.date.as_deref().unwrap_or("          "),
                            row.title
                        )
                    })
                    .collect();
                lines.push(self.say("list-total", json!({ "total": page.total })));
                lines
            },
        )?;
        Ok(DONE)
    }

    fn search(&self, search: &Search) -> Status {
        let query = ListQuery {
            text: Some(search.query.clone()),
            unit: search.unit.clone(),
            year: search.year,
            limit: search.limit,
            ..ListQuery::default()
        };
        let found = self.open()?.search(&query)?;
        self.answer(&found, || {
            let mut lines = vec![self.say("search-total", json!({ "total": found.total }))];
            for hit in &found.hits {
                lines.push(format!(
                    "{}  {}  {}",
                    hit.reference,
                    hit.date.as_deref().unwrap_or("          "),
                    hit.title
                ));
                lines.push(format!("    {}", hit.snippet));
            }
            let facets = &found.facets;
            let years: Vec<_> = facets
                .years
                .iter()
                .map(|year| format!("{} ({})", year.year, year.count))
                .collect();
            let named = |counts: &[archive::Count]| {
                counts
                    .iter()
                    .map(|c| format!("{} ({})", c.name, c.count))
                    .collect::<Vec<_>>()
            };
            let all = [
                ("search-years", years),
                ("search-units", named(&facets.units)),
                ("search-people", named(&facets.people)),
                ("search-organisations", named(&facets.organisations)),
            ];
            for (key, values) in all.into_iter().filter(|(_, values)| !values.is_empty()) {
                lines.push(format!("{}: {}", self.words.say(key), values.join(", ")));
            }
            lines
        })?;
        Ok(DONE)
    }

    fn edit(&self, edit: &Edit) -> Status {
        let access = match edit.access.as_deref() {
            None => None,
            Some(word) => Some(Access::parse(word).ok_or_else(|| {
                Failure::new(
                    "value_invalid",
                    json!({ "noun": "article", "field": "access", "value": word }),
                )
            })?),
        };
        // read before anything is written: a file that cannot be read changes nothing
        let body = edit.text.as_deref().map(archive::read_text).transpose()?;
        let fields = ArticleEdit {
            title: edit.title.clone(),
            body,
            reference: edit.reference.clone(),
            unit: edit.unit.clone(),
            kind: edit.kind.clone(),
            publication_date: edit.date.clone(),
            note: edit.note.clone(),
            access,
            embargo_until: edit.until.clone(),
            access_reason: edit.reason.clone(),
            ..ArticleEdit::default()
        };
        let mut archive = self.open()?;
        let record = archive.article(&edit.id)?;
        archive.edit_article(&record.id, &fields)?;
        let reference = archive.article(&record.id)?.reference;
        self.answer(&json!({ "id": record.id, "reference": reference }), || {
            vec![self.say("edit-done", json!({ "reference": reference }))]
        })?;
        Ok(DONE)
    }

    fn register(&self, id: &str) -> Status {
        let mut archive = self.open()?;
        archive.register(id)?;
        let record = archive.article(id)?;
        self.answer(
            &json!({ "id": record.id, "reference": record.reference, "state": record.state }),
            || vec![self.say("register-done", json!({ "reference": record.reference }))],
        )?;
        Ok(DONE)
    }

    fn delete(&self, id: &str) -> Status {
        let mut archive = self.open()?;
        let record = archive.article(id)?;
        archive.delete_article(&record.id)?;
        self.answer(
            &json!({ "id": record.id, "reference": record.reference }),
            || vec![self.say("delete-done", json!({ "reference": record.reference }))],
        )?;
        Ok(DONE)
    }

    fn unit(&self, unit: &Unit) -> Status {
        let mut archive = self.open()?;
        if let (Some(code), Some(title)) = (&unit.code, &unit.title) {
            let id = archive.add_unit(unit.under.as_deref(), code, title)?.value;
            self.answer(&json!({ "id": id, "code": code, "title": title }), || {
                vec![self.say("unit-done", json!({ "code": code, "title": title }))]
            })?;
            return Ok(DONE);
        }
        let units = archive.units()?;
        self.answer(&json!({ "units": units }), || {
            units
                .iter()
                .map(|unit| {
                    let depth = match unit.level {
                        archive::record::terms::Level::Fonds => 0,
                        archive::record::terms::Level::Inventory => 2,
                        archive::record::terms::Level::File => 4,
                    };
                    format!(
                        "{:depth$}{}  {} ({})",
                        "", unit.code, unit.title, unit.articles
                    )
                })
                .collect()
        })?;
        Ok(DONE)
    }

    fn export(&self, export: &Export) -> Status {
        let archive = self.open()?;
        let what = bundle::Export {
            articles: export.articles.clone(),
            query: None,
            zip: export.zip,
            ..bundle::Export::default()
        };
        let done = bundle::export(
            &archive,
            &export.target,
            &what,
            &mut print::watch(self.words),
        )?;
        self.answer(&done, || {
            let values = json!({ "path": shown(&done.path), "articles": done.articles, "photos": done.photos, "files": done.files, "octets": done.octets });
            let mut lines = vec![self.say("export-done", values)];
            for out in &done.left_out {
                let why = self.words.say(&format!("access-{}", out.access.as_str()));
                lines.push(self.say("export-left-out", json!({ "reference": out.reference, "why": why })));
            }
            lines
        })?;
        Ok(DONE)
    }

    fn verify(&self, path: &std::path::Path) -> Status {
        let report = bundle::verify(path, &mut print::watch(self.words))?;
        let finding = |finding: &bundle::Finding| json!({ "code": finding.code, "path": finding.path, "detail": finding.detail });
        let told = |finding: &bundle::Finding| {
            let what = self
                .words
                .say(&format!("bag-{}", finding.code.replace('_', "-")));
            let detail = finding
                .detail
                .as_ref()
                .map(|detail| format!(" ({detail})"))
                .unwrap_or_default();
            match &finding.path {
                Some(path) => format!("{path}: {what}{detail}"),
                None => format!("{what}{detail}"),
            }
        };
        if self.cli.json {
            print::json(&json!({
                "valid": report.valid,
                "complete": report.complete,
                "version": report.version,
                "files": report.payload_files,
                "octets": report.payload_octets,
                "errors": report.errors.iter().map(finding).collect::<Vec<_>>(),
                "warnings": report.warnings.iter().map(finding).collect::<Vec<_>>(),
                "bag_info": report.bag_info,
            }))?;
        } else {
            for error in &report.errors {
                print::line(&told(error));
            }
            let values = json!({ "path": shown(path), "files": report.payload_files, "octets": report.payload_octets, "problems": report.errors.len() });
            print::line(&self.say(
                if report.valid {
                    "verify-valid"
                } else {
                    "verify-invalid"
                },
                values,
            ));
        }
        for warning in &report.warnings {
            print::error(&self.say("verify-warning", json!({ "text": told(warning) })));
        }
        Ok(if report.valid { DONE } else { NO })
    }

    fn plan(&self, path: &std::path::Path) -> Status {
        let archive = self.open()?;
        let plan = bundle::plan(&archive, path, &mut print::watch(self.words))?;
        self.answer(&plan, || {
            let mut lines = Vec::new();
            for one in &plan.articles {
                let standing = self
                    .words
                    .say(&format!("standing-{}", one.standing.as_str()));
                lines.push(format!("{}  {}: {standing}", one.reference, one.title));
                for difference in &one.differences {
                    lines.push(format!(
                        "    {}: {} → {}",
                        difference.field, difference.here, difference.there
                    ));
                }
                if one.evidence {
                    lines.push(format!("    {}", self.words.say("standing-evidence")));
                }
                if plan.foreign {
                    let names = one.file_names.iter().chain(&one.photo_names);
                    lines.extend(names.map(|name| format!("    {name}")));
                }
            }
            lines
        })?;
        Ok(DONE)
    }

    fn import(&self, path: &std::path::Path, over: &[String]) -> Status {
        let mut archive = self.open()?;
        let over = over
            .iter()
            .map(|id| archive.article(id).map(|record| record.id))
            .collect::<Result<_, _>>()?;
        let what = bundle::Import {
            over,
            ..bundle::Import::default()
        };
        let watch = &mut print::watch(self.words);
        let adopted = bundle::import(&mut archive, path, &what, watch)?.value;
        self.answer(&adopted, || {
            let values = json!({ "new": adopted.new.len(), "same": adopted.same.len(), "differs": adopted.differs.len() });
            let mut lines = vec![self.say("import-done", values)];
            if !adopted.renewed.is_empty() {
                lines.push(self.say("import-gave-way", json!({ "count": adopted.renewed.len() })));
            }
            for (own, given) in &adopted.renamed {
                lines.push(self.say("import-renamed", json!({ "own": own, "given": given })));
            }
            lines
        })?;
        Ok(DONE)
    }

    fn check(&self, rebuild: bool) -> Status {
        let mut archive = self.open()?;
        if rebuild {
            archive.rebuild(&mut print::watch(self.words))?;
        }
        let found = archive.check(&mut print::watch(self.words))?;
        let told = |problem: &archive::Problem| {
            format!(
                "{}: {}",
                self.words
                    .say(&format!("check-{}", problem.code.replace('_', "-"))),
                problem.subject
            )
        };
        self.answer(&found, || {
            let mut lines: Vec<String> = found.problems.iter().map(told).collect();
            let values = json!({ "articles": found.articles, "originals": found.originals, "octets": found.octets, "problems": found.problems.len() });
            lines.push(self.say(if found.problems.is_empty() { "check-whole" } else { "check-problems" }, values));
            lines
        })?;
        if !self.cli.json {
            for note in &found.notes {
                print::error(&told(note));
            }
        }
        Ok(if found.problems.is_empty() { DONE } else { NO })
    }

    fn history(&self, id: Option<&str>, limit: u32) -> Status {
        let lines = self.open()?.history(id, limit)?;
        self.answer(&json!({ "ops": lines }), || {
            lines
                .iter()
                .map(|line| {
                    let what = self.op(&line.kind);
                    let undone = if line.undone {
                        format!(" ({})", self.words.say("history-undone"))
                    } else {
                        String::new()
                    };
                    let reverts = line.reverts.map(|op| format!(" {op}")).unwrap_or_default();
                    format!(
                        "{:>6}  {}  {}  {what}{reverts}{undone}",
                        line.op, line.at, line.actor
                    )
                })
                .collect()
        })?;
        Ok(DONE)
    }

    fn op(&self, kind: &str) -> String {
        self.words
            .find(&format!("op-{}", kind.replace('_', "-")))
            .unwrap_or_else(|| self.say("op-other", json!({ "kind": kind })))
    }

    fn undo(&self, op: Option<i64>) -> Status {
        let done = self.open()?.undo(op)?.value;
        self.answer(&Done::of(&done), || {
            vec![self.say(
                "undo-done",
                json!({ "op": done.op, "what": self.op(&done.kind) }),
            )]
        })?;
        Ok(DONE)
    }

    fn redo(&self) -> Status {
        let done = self.open()?.redo()?.value;
        self.answer(&Done::of(&done), || {
            vec![self.say(
                "redo-done",
                json!({ "op": done.op, "what": self.op(&done.kind) }),
            )]
        })?;
        Ok(DONE)
    }

    fn backup(&self, file: &std::path::Path) -> Status {
        let lacking = self.open()?.backup(file, &mut print::watch(self.words))?;
        let shown = shown(file);
        self.answer(&json!({ "file": shown, "lacking": lacking }), || {
            vec![self.say("backup-done", json!({ "path": shown }))]
        })?;
        for sha256 in &lacking {
            print::error(&self.say("backup-lacks", json!({ "sha256": sha256 })));
        }
        Ok(if lacking.is_empty() { DONE } else { NO })
    }

    fn restore(&self, file: &std::path::Path) -> Status {
        let path = self.library()?;
        let done = archive::restore(file, &path, &mut print::watch(self.words))?;
        let (path, aside) = (shown(&path), done.aside.as_deref().map(shown));
        self.answer(
            &json!({ "library": path, "aside": aside, "lacking": done.lacking }),
            || {
                let mut lines = vec![self.say("restore-done", json!({ "path": path }))];
                lines.extend(
                    aside
                        .as_ref()
                        .map(|aside| self.say("restore-aside", json!({ "path": aside }))),
                );
                lines
            },
        )?;
        for sha256 in &done.lacking {
            print::error(&self.say("restore-lacks", json!({ "sha256": sha256 })));
        }
        Ok(if done.lacking.is_empty() { DONE } else { NO })
    }
}

/// A path as a person reads it; what is not Unicode in it is marked.
fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

/// What undo and redo print as JSON: where the window shows it is the window's.
#[derive(serde::Serialize)]
struct Done<'a> {
    op: i64,
    kind: &'a str,
}

impl Done<'_> {
    fn of(reverted: &archive::Reverted) -> Done<'_> {
        Done {
            op: reverted.op,
            kind: &reverted.kind,
        }
    }
}
