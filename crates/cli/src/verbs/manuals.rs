//! `manual` and `completions`: what a package installs beside the program.

use clap::{Args, ValueEnum};
use clap_complete::Shell;

use crate::call::{Call, DONE};
use crate::manual::{command_manual, window_manual};
use crate::print;

#[derive(Args, Debug)]
pub struct Manual {
    #[arg(long)]
    pub window: bool,
}

#[derive(Args, Debug)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: CompletedShell,
}

/// The shells that can be told how commands go on.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum CompletedShell {
    Bash,
    Fish,
    Zsh,
}

pub fn manual(call: &Call, given: &Manual) -> u8 {
    print::raw(&match given.window {
        true => window_manual(call.messages),
        false => command_manual((call.form)(call.messages), call.messages),
    });
    DONE
}

pub fn completions(call: &Call, given: &Completions) -> u8 {
    let shell = match given.shell {
        CompletedShell::Bash => Shell::Bash,
        CompletedShell::Fish => Shell::Fish,
        CompletedShell::Zsh => Shell::Zsh,
    };
    let mut script = Vec::new();
    clap_complete::generate(
        shell,
        &mut (call.form)(call.messages),
        "muragat",
        &mut script,
    );
    print::raw(&String::from_utf8_lossy(&script));
    DONE
}
