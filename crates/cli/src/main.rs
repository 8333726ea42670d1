//! The `muragat` command: every capability of the archive, for scripts, for machines without a display
//! and for the acceptance tests. docs/command-line.md describes it.

mod call;
mod command;
mod failure;
mod help;
mod manual;
mod messages;
mod print;
mod verbs;

use std::ffi::OsString;
use std::process::ExitCode;
use std::time::Instant;

use muragat_diagnostics::{Fact, note};

use call::Call;
use command::{Cli, Stop};
use messages::Messages;

fn main() -> ExitCode {
    // first of all: a process that reads a stranger's document does nothing else
    if let Some(ended) = muragat_sandbox::serve_when_called() {
        return ended;
    }
    let run = muragat_diagnostics::begin("muragat", env!("CARGO_PKG_VERSION"));
    let status = answer(std::env::args_os().collect());
    run.end(status);
    ExitCode::from(status)
}

/// Does what the command line asks for; gives the exit status.
fn answer(given: Vec<OsString>) -> u8 {
    let messages = Messages::new(&messages::language(&given));
    let json = given.iter().any(|arg| arg == "--json");
    let cli = match Cli::read(given, &messages) {
        Ok(cli) => cli,
        Err(Stop::Said(text)) => {
            print::line(&text);
            return call::DONE;
        }
        Err(Stop::Wrong(failure)) => {
            failure.tell(&messages, json);
            note("misused", &failure.facts());
            return failure.status();
        }
    };
    let call = Call {
        library: cli.library,
        actor: cli.actor,
        json: cli.json,
        messages: &messages,
        form: command::with_help,
    };
    let began = Instant::now();
    let done = verbs::run(&call, &cli.command);
    let mut facts = vec![
        ("verb", Fact::word(&cli.verb)),
        ("ms", Fact::from(began.elapsed())),
    ];
    let status = match done {
        Ok(status) => status,
        Err(failure) => {
            failure.tell(&messages, json);
            facts.extend(failure.facts());
            failure.status()
        }
    };
    note("verb_ended", &facts);
    status
}
