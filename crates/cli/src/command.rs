//! The command line's form, and why one is not understood.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory, FromArgMatches, Parser};

use crate::failure::Failure;
use crate::help::fill_in_help;
use crate::messages::Messages;
use crate::verbs::Verb;

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
    /// What the verb is called.
    #[arg(skip)]
    pub verb: String,
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
    pub fn read(given: Vec<OsString>, messages: &Messages) -> Result<Cli, Stop> {
        let matches = with_help(messages)
            .try_get_matches_from(given)
            .map_err(|error| stop(&error))?;
        let cli = Cli::from_arg_matches(&matches).map_err(|error| stop(&error))?;
        let verb = matches.subcommand_name().unwrap_or_default().to_owned();
        Ok(Cli { verb, ..cli })
    }
}

/// The command with its help in the reader's language.
pub fn with_help(messages: &Messages) -> Command {
    fill_in_help(Cli::command(), messages)
}

/// What clap says, in our messages.
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
        for language in crate::messages::LANGUAGES {
            let messages = Messages::new(language);
            with_help(&messages).debug_assert();
            let _ = with_help(&messages).render_help();
            assert_eq!(messages.missing(), Vec::<String>::new(), "{language}");
        }
    }

    #[test]
    fn every_command_and_option_is_in_the_documentation() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/command-line.md");
        let text = std::fs::read_to_string(path).unwrap();
        let command = with_help(&Messages::new("en"));
        for verb in command.get_subcommands() {
            let name = verb.get_name();
            let section = text
                .split("\n## ")
                .find(|section| section.starts_with(&format!("{name}\n")))
                .unwrap_or_else(|| panic!("docs/command-line.md has no section «{name}»"));
            let steps = verb.get_subcommands();
            for arg in steps
                .flat_map(Command::get_arguments)
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
