//! The help, from assets/locales: nothing in the command line's form is read by a person.

use clap::Command;
use clap::builder::Styles;

use crate::messages::Messages;

/// The command with its help filled in.
pub fn fill_in_help(command: Command, messages: &Messages) -> Command {
    let mut command = command
        .styles(Styles::plain())
        .about(messages.say("cli-about"))
        .subcommand_help_heading(messages.say("cli-commands"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg(help_flag(messages))
        .arg(
            clap::Arg::new("version")
                .short('V')
                .long("version")
                .action(clap::ArgAction::Version)
                .help(messages.say("cli-version"))
                .help_heading(messages.say("cli-globals")),
        )
        .help_template(template(messages));
    command = add_headings(command, messages);
    let globals: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in globals {
        if let Some(help) = messages.find(&format!("cli-{}", id.replace('_', "-"))) {
            command = command.mut_arg(id, |arg| arg.help(help));
        }
    }
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for verb in verbs {
        command = command.mut_subcommand(&verb, |sub| add_help(sub, "muragat", &verb, messages));
    }
    replace_usage(command, "", messages)
}

/// Fills in a command's help, and that of its steps; `key` is its part of the messages' ids.
fn add_help(command: Command, above: &str, key: &str, messages: &Messages) -> Command {
    let verb = key;
    let mut command = add_headings(
        command
            .about(messages.say(&format!("cli-{verb}")))
            .disable_help_flag(true)
            .arg(help_flag(messages))
            .help_template(template(messages)),
        messages,
    );
    let ids: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in ids.into_iter().filter(|id| id != "help") {
        let key = id.replace('_', "-");
        let help = messages
            .find(&format!("cli-{verb}-{key}"))
            .unwrap_or_else(|| messages.say(&format!("cli-any-{key}")));
        command = command.mut_arg(id, |arg| arg.help(help));
    }
    let steps: Vec<String> = command
        .get_subcommands()
        .map(|step| step.get_name().to_owned())
        .collect();
    if !steps.is_empty() {
        command = command
            .subcommand_help_heading(messages.say("cli-commands"))
            .disable_help_subcommand(true)
            .subcommand_required(true);
    }
    for step in steps {
        let above = format!("{above} {}", command.get_name());
        let key = format!("{key}-{step}");
        command = command.mut_subcommand(&step, |sub| add_help(sub, &above, &key, messages));
    }
    replace_usage(command, &format!("{above} "), messages)
}

/// The usage line as clap makes it, with its own English words replaced.
fn replace_usage(command: Command, above: &str, messages: &Messages) -> Command {
    // rendering settles a command for good: a copy is asked
    let made = command.clone().render_usage().to_string();
    let line = made
        .split_once(": ")
        .map_or(made.as_str(), |(_, line)| line)
        .trim();
    let line = line
        .replace("[OPTIONS]", &messages.say("cli-usage-options"))
        .replace("<COMMAND>", &messages.say("cli-usage-command"));
    command.override_usage(format!("{above}{line}"))
}

fn add_headings(mut command: Command, messages: &Messages) -> Command {
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
        let title = messages.say(match (global || id == "version", positional) {
            (true, _) => "cli-globals",
            (_, true) => "cli-arguments",
            _ => "cli-options",
        });
        command = command.mut_arg(id, |arg| arg.help_heading(title));
    }
    command
}

fn help_flag(messages: &Messages) -> clap::Arg {
    clap::Arg::new("help")
        .short('h')
        .long("help")
        .global(true)
        .action(clap::ArgAction::Help)
        .help(messages.say("cli-help"))
        .help_heading(messages.say("cli-globals"))
}

fn template(messages: &Messages) -> String {
    format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}",
        messages.say("cli-usage")
    )
}
