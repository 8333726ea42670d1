//! The `muragat` command: every capability of the archive, for scripts, for machines without a display
//! and for the acceptance tests. docs/command-line.md describes it.

mod args;
mod commands;
mod failure;
mod print;
mod words;

use std::process::ExitCode;

use args::Cli;
use failure::Failure;
use words::Words;

fn main() -> ExitCode {
    let given: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let words = Words::new(&words::language(&given));
    let json = given.iter().any(|arg| arg == "--json");
    let cli = match Cli::read(given, &words) {
        Ok(cli) => cli,
        Err(args::Stop::Said(text)) => {
            print::line(&text);
            return ExitCode::SUCCESS;
        }
        Err(args::Stop::Wrong(failure)) => {
            failure.tell(&words, json);
            return ExitCode::from(failure.status());
        }
    };
    match commands::run(&cli, &words) {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            let failure: Failure = failure;
            failure.tell(&words, json);
            ExitCode::from(failure.status())
        }
    }
}
