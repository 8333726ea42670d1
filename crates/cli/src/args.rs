//! The command line's form. Its help comes from assets/locales: nothing here is read by a person.

pub mod transfer;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::Styles;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::failure::Failure;
use crate::words::Words;

#[derive(Parser, Debug)]
#[command(name = "muragat", version, disable_help_subcommand = true)]
pub struct Cli {
    #[arg(short = 'L', long, global = true, value_name = "LIB")]
    pub library: Option<PathBuf>,
    #[arg(long, global = true, value_name = "NAME")]
    pub actor: Option<String>,
    #[arg(long, global = true, value_name = "kk|ru|en")]
    pub language: Option<String>,
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Verb,
}

#[derive(Subcommand, Debug)]
pub enum Verb {
    Read {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Init {
        #[arg(long)]
        sample: bool,
    },
    Add(Add),
    Tag(Tag),
    Officials {
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
    },
    Attach(Attach),
    Show {
        #[arg(value_name = "ID")]
        id: String,
    },
    List(Filter),
    Search(Search),
    Edit(Box<Edit>),
    Register {
        #[arg(value_name = "ID")]
        id: String,
    },
    Delete {
        #[arg(value_name = "ID")]
        id: String,
    },
    Unit(Unit),
    Export(Export),
    Transfer(transfer::Transfer),
    Verify {
        #[arg(value_name = "BUNDLE")]
        bundle: PathBuf,
    },
    Import {
        #[arg(value_name = "BUNDLE")]
        bundle: PathBuf,
        #[arg(long)]
        plan: bool,
        #[arg(long, value_name = "ID")]
        over: Vec<String>,
    },
    Check {
        #[arg(long)]
        rebuild: bool,
    },
    History {
        #[arg(value_name = "ID")]
        id: Option<String>,
        #[arg(long, default_value_t = 20, value_name = "N")]
        limit: u32,
    },
    Undo {
        #[arg(value_name = "OP")]
        op: Option<i64>,
    },
    Redo,
    Backup {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    Restore {
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Args, Debug)]
pub struct Add {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long = "photo", value_name = "P")]
    pub photos: Vec<PathBuf>,
    #[arg(long, value_name = "C")]
    pub credit: Option<String>,
    #[arg(long)]
    pub accept: bool,
}

#[derive(Args, Debug)]
#[group(skip)]
#[command(group = clap::ArgGroup::new("party").required(true).args(["person", "organisation"]))]
pub struct Tag {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    #[arg(long, value_name = "R")]
    pub role: Option<String>,
    #[arg(long, value_name = "P")]
    pub position: Option<String>,
    #[arg(long = "for", value_name = "ORG")]
    pub on_behalf_of: Option<String>,
}

#[derive(Args, Debug)]
pub struct Attach {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(value_name = "PHOTO", required = true)]
    pub photos: Vec<PathBuf>,
    #[arg(long, value_name = "C")]
    pub caption: Option<String>,
    #[arg(long, value_name = "C")]
    pub credit: Option<String>,
}

#[derive(Args, Debug)]
pub struct Filter {
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
}

#[derive(Args, Debug)]
pub struct Search {
    #[arg(value_name = "QUERY")]
    pub query: String,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "YEAR")]
    pub year: Option<i32>,
    #[arg(long, default_value_t = 20, value_name = "N")]
    pub limit: u32,
}

#[derive(Args, Debug)]
pub struct Edit {
    #[arg(value_name = "ID")]
    pub id: String,
    #[arg(long, value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub text: Option<PathBuf>,
    #[arg(long, value_name = "UNIT")]
    pub unit: Option<String>,
    #[arg(long, value_name = "REFERENCE")]
    pub reference: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    #[arg(long, value_name = "NOTE")]
    pub note: Option<String>,
    #[arg(long, value_name = "open|restricted|embargo")]
    pub access: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long, value_name = "REASON")]
    pub reason: Option<String>,
}

#[derive(Args, Debug)]
pub struct Unit {
    #[arg(value_name = "CODE", requires = "title")]
    pub code: Option<String>,
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(long, value_name = "UNIT")]
    pub under: Option<String>,
}

#[derive(Args, Debug)]
pub struct Export {
    #[arg(value_name = "TARGET")]
    pub target: PathBuf,
    #[arg(value_name = "ID")]
    pub articles: Vec<String>,
    #[arg(long)]
    pub zip: bool,
}

/// Why no command runs.
pub enum Stop {
    /// Help or the version was asked for.
    Said(String),
    /// The command line is wrong.
    Wrong(Failure),
}

impl Cli {
    /// Reads the command line, with help in the reader's language.
    pub fn read(given: Vec<OsString>, words: &Words) -> Result<Cli, Stop> {
        let matches = described(words)
            .try_get_matches_from(given)
            .map_err(|error| stop(&error))?;
        Cli::from_arg_matches(&matches).map_err(|error| stop(&error))
    }
}

/// The command with its help filled in.
pub fn described(words: &Words) -> Command {
    let mut command = Cli::command()
        .styles(Styles::plain())
        .about(words.say("cli-about"))
        .subcommand_help_heading(words.say("cli-commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg(help_flag(words))
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(words.say("cli-version"))
                .help_heading(words.say("cli-globals")),
        )
        .help_template(template(words));
    command = heading(command, words);
    let globals: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in globals {
        if let Some(help) = words.find(&format!("cli-{}", id.replace('_', "-"))) {
            command = command.mut_arg(id, |arg| arg.help(help));
        }
    }
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for verb in verbs {
        command = command.mut_subcommand(&verb, |sub| describe(sub, "muragat", &verb, words));
    }
    usage(command, "", words)
}

/// Fills in a command's help, and that of its steps; `key` is its part of the messages' ids.
fn describe(command: Command, above: &str, key: &str, words: &Words) -> Command {
    let verb = key;
    let mut command = heading(
        command
            .about(words.say(&format!("cli-{verb}")))
            .disable_help_flag(true)
            .arg(help_flag(words))
            .help_template(template(words)),
        words,
    );
    let ids: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in ids.into_iter().filter(|id| id != "help") {
        let key = id.replace('_', "-");
        let help = words
            .find(&format!("cli-{verb}-{key}"))
            .unwrap_or_else(|| words.say(&format!("cli-any-{key}")));
        command = command.mut_arg(id, |arg| arg.help(help));
    }
    let steps: Vec<String> = command
        .get_subcommands()
        .map(|step| step.get_name().to_owned())
        .collect();
    if !steps.is_empty() {
        command = command
            .subcommand_help_heading(words.say("cli-commands"))
            .disable_help_subcommand(true)
            .subcommand_required(true);
    }
    for step in steps {
        let above = format!("{above} {}", command.get_name());
        let key = format!("{key}-{step}");
        command = command.mut_subcommand(&step, |sub| describe(sub, &above, &key, words));
    }
    usage(command, &format!("{above} "), words)
}

/// The usage line as clap makes it, with its own English words replaced.
fn usage(command: Command, above: &str, words: &Words) -> Command {
    // rendering settles a command for good: a copy is asked
    let made = command.clone().render_usage().to_string();
    let line = made
        .split_once(": ")
        .map_or(made.as_str(), |(_, line)| line)
        .trim();
    let line = line
        .replace("[OPTIONS]", &words.say("cli-usage-options"))
        .replace("<COMMAND>", &words.say("cli-usage-command"));
    command.override_usage(format!("{above}{line}"))
}

fn heading(mut command: Command, words: &Words) -> Command {
    let ids: Vec<(String, bool, bool)> = command
        .get_arguments()
        .map(|arg| {
            (
                arg.get_id().to_string(),
                arg.is_global_set(),
                arg.is_positional(),
            )
        })
        .collect();
    for (id, global, positional) in ids {
        let title = words.say(match (global || id == "version", positional) {
            (true, _) => "cli-globals",
            (_, true) => "cli-arguments",
            _ => "cli-options",
        });
        command = command.mut_arg(id, |arg| arg.help_heading(title));
    }
    command
}

fn help_flag(words: &Words) -> clap::Arg {
    clap::Arg::new("help")
        .short('h')
        .long("help")
        .global(true)
        .action(clap::ArgAction::Help)
        .help(words.say("cli-help"))
        .help_heading(words.say("cli-globals"))
}

fn template(words: &Words) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}",
        words.say("cli-usage")
    )
}

fn stop(error: &clap::Error) -> Stop {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(" ")),
        _ => None,
    };
    let what = context(ContextKind::InvalidArg)
        .or_else(|| context(ContextKind::InvalidSubcommand))
        .unwrap_or_default();
    let code = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return Stop::Said(error.to_string().trim_end().to_owned());
        }
        ErrorKind::UnknownArgument => "argument_unknown",
        ErrorKind::InvalidSubcommand => "command_unknown",
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "command_missing"
        }
        ErrorKind::MissingRequiredArgument => "argument_missing",
        ErrorKind::ArgumentConflict => "argument_conflict",
        _ => "argument_invalid",
    };
    Stop::Wrong(Failure::new(code, serde_json::json!({ "argument": what })))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_has_its_help_in_every_language() {
        for language in crate::words::LANGUAGES {
            let words = Words::new(language);
            described(&words).debug_assert();
            let _ = described(&words).render_help();
            assert_eq!(words.missing(), Vec::<String>::new(), "{language}");
        }
    }

    #[test]
    fn every_command_and_option_is_in_the_documentation() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/command-line.md");
        let text = std::fs::read_to_string(path).unwrap();
        let command = described(&Words::new("en"));
        for verb in command.get_subcommands() {
            let name = verb.get_name();
            let section = text
                .split("\n## ")
                .find(|section| section.starts_with(&format!("{name}\n")))
                .unwrap_or_else(|| panic!("docs/command-line.md has no section «{name}»"));
            let steps = verb.get_subcommands();
            for arg in steps
                .flat_map(|step| step.get_arguments())
                .chain(verb.get_arguments())
                .filter(|arg| arg.get_id() != "help" && !arg.is_global_set())
            {
                let shown = match arg.get_long() {
                    Some(long) => format!("--{long}"),
                    None => arg
                        .get_value_names()
                        .and_then(|names| names.first())
                        .map(ToString::to_string)
                        .unwrap_or_default(),
                };
                assert!(
                    section.contains(&shown),
                    "docs/command-line.md, {name}: {shown} is missing"
                );
            }
        }
        for arg in command.get_arguments() {
            let long = format!("--{}", arg.get_long().unwrap());
            assert!(
                text.contains(&long),
                "docs/command-line.md: {long} is missing"
            );
        }
    }
}
