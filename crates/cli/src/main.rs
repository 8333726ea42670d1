//! The `muragat` command: every capability of the archive, for scripts, for machines without a display
//! and for the acceptance tests. docs/command-line.md describes it.

mod call;
mod command;
mod failure;
mod help;
mod messages;
mod print;
mod verbs;

use std::process::ExitCode;

use call::Call;
use command::{Cli, Stop};
use messages::Messages;

fn main() -> ExitCode {
    // first of all: a process that reads a stranger's document does nothing else
    if let Some(ended) = muragat_sandbox::serve_when_called() {
        return ended;
    }
    let given: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let messages = Messages::new(&messages::language(&given));
    let json = given.iter().any(|arg| arg == "--json");
    let cli = match Cli::read(given, &messages) {
        Ok(cli) => cli,
        Err(Stop::Said(text)) => {
            print::line(&text);
            return ExitCode::SUCCESS;
        }
        Err(Stop::Wrong(failure)) => {
            failure.tell(&messages, json);
            return ExitCode::from(failure.status());
        }
    };
    let call = Call {
        library: cli.library,
        actor: cli.actor,
        json: cli.json,
        messages: &messages,
    };
    match verbs::run(&call, &cli.command) {
        Ok(status) => ExitCode::from(status),
        Err(failure) => {
            failure.tell(&messages, json);
            ExitCode::from(failure.status())
        }
    }
}
