//! Manual pages (roff), made of the same words as the help.

use clap::{Arg, Command};
use roff::{Inline, Roff, bold, italic, roman};

use crate::messages::Messages;

/// A page that is being written.
struct Page<'a> {
    roff: Roff,
    messages: &'a Messages,
}

/// The page of `muragat`, of its form with help in these words.
pub fn command_manual(mut command: Command, messages: &Messages) -> String {
    // only what is built knows the options that hold for every command
    command.build();
    let mut page = Page::begin("muragat", "cli-about", messages);
    page.heading("manual-synopsis");
    page.text([
        bold("muragat"),
        roman(format!(
            " {} {}",
            messages.say("cli-usage-options"),
            messages.say("cli-usage-command")
        )),
    ]);
    page.heading("manual-description");
    page.paragraphs(&["manual-what", "manual-library"]);
    page.heading("manual-commands");
    for verb in command
        .get_subcommands()
        .filter(|verb| verb.get_name() != "help")
    {
        page.verb("muragat", verb);
    }
    page.heading("cli-globals");
    for option in command.get_arguments() {
        page.argument(option);
    }
    page.end(&["manual-status"], "muragat-desktop");
    page.roff.render()
}

/// The page of `muragat-desktop`.
pub fn window_manual(messages: &Messages) -> String {
    let mut page = Page::begin("muragat-desktop", "manual-window-about", messages);
    page.heading("manual-synopsis");
    page.text([
        bold("muragat-desktop"),
        roman(" ["),
        italic("PATH"),
        roman("]..."),
    ]);
    page.heading("manual-description");
    page.paragraphs(&["manual-what", "manual-window-paths"]);
    page.end(&[], "muragat");
    page.roff.render()
}

impl<'a> Page<'a> {
    fn begin(name: &str, about: &str, messages: &'a Messages) -> Page<'a> {
        let version = format!("Muragat {}", env!("CARGO_PKG_VERSION"));
        let mut page = Page {
            roff: Roff::new(),
            messages,
        };
        let head = [name, "1", "", &version, "Muragat"];
        page.roff.control("TH", head);
        page.heading("manual-name");
        let about = messages.say(about);
        page.text([roman(format!("{name} - {about}"))]);
        page
    }

    fn heading(&mut self, message: &str) {
        let words = self.messages.say(message).to_uppercase();
        self.roff.control("SH", [words.as_str()]);
    }

    fn text<const N: usize>(&mut self, words: [Inline; N]) {
        self.roff.text(words);
    }

    fn paragraphs(&mut self, messages: &[&str]) {
        for message in messages {
            self.roff.control("PP", []);
            self.text([roman(self.messages.say(message))]);
        }
    }

    /// A command with its arguments, or each of its steps.
    fn verb(&mut self, above: &str, verb: &Command) {
        let own = |step: &&Command| step.get_name() != "help";
        let steps: Vec<&Command> = verb.get_subcommands().filter(own).collect();
        let name = format!("{above} {}", verb.get_name());
        if !steps.is_empty() {
            for step in steps {
                self.verb(&name, step);
            }
            return;
        }
        let usage = verb.clone().render_usage().to_string();
        // what stands before it says in the reader's language that it is the usage
        let usage = usage
            .split_once(": ")
            .map_or(usage.as_str(), |(_, usage)| usage);
        self.roff.control("SS", [usage.trim()]);
        let about = verb.get_about().map(ToString::to_string);
        self.text([roman(about.unwrap_or_default())]);
        let own = verb
            .get_arguments()
            .filter(|argument| !argument.is_global_set());
        for argument in own.filter(|argument| argument.get_id() != "help") {
            self.argument(argument);
        }
    }

    fn argument(&mut self, argument: &Arg) {
        let mut words = Vec::new();
        let short = argument.get_short().map(|short| format!("-{short}"));
        let long = argument.get_long().map(|long| format!("--{long}"));
        for (at, name) in short.into_iter().chain(long).enumerate() {
            if at > 0 {
                words.push(roman(", "));
            }
            words.push(bold(name));
        }
        if argument.get_action().takes_values() {
            let names = argument.get_value_names().unwrap_or_default();
            for name in names {
                if !words.is_empty() {
                    words.push(roman(" "));
                }
                words.push(italic(name.to_string()));
            }
        }
        self.roff.control("TP", []);
        self.roff.text(words);
        let help = argument.get_help().map(ToString::to_string);
        self.text([roman(help.unwrap_or_default())]);
    }

    /// What holds for both programs, and where the other is described.
    fn end(&mut self, status: &[&str], other: &str) {
        if !status.is_empty() {
            self.heading("manual-status-title");
            self.paragraphs(status);
        }
        self.heading("manual-environment");
        for (name, words) in [
            ("MURAGAT_LIBRARY", "manual-environment-library"),
            ("MURAGAT_LANGUAGE", "manual-environment-language"),
            ("MURAGAT_ACTOR", "manual-environment-actor"),
        ] {
            self.entry(name, words);
        }
        self.heading("manual-files");
        for (name, words) in [
            ("~/.local/share/muragat", "manual-files-data"),
            ("~/.config/muragat", "manual-files-settings"),
            ("~/.local/state/muragat", "manual-files-state"),
        ] {
            self.entry(name, words);
        }
        self.heading("manual-see");
        self.text([bold(other), roman("(1)")]);
    }

    fn entry(&mut self, name: &str, words: &str) {
        self.roff.control("TP", []);
        self.text([bold(name)]);
        self.text([roman(self.messages.say(words))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::with_help;

    #[test]
    fn the_pages_have_all_words_in_every_language_and_every_command() {
        for language in crate::messages::LANGUAGES {
            let messages = Messages::new(language);
            let page = command_manual(with_help(&messages), &messages);
            assert!(window_manual(&messages).contains("MURAGAT_LIBRARY"));
            assert_eq!(messages.missing(), Vec::<String>::new(), "{language}");
            for verb in with_help(&messages).get_subcommands() {
                let name = format!(".SS \"muragat {}", verb.get_name());
                assert!(page.contains(&name), "{language}: {name}");
            }
            assert!(page.contains("\\-\\-photo"), "{language}");
        }
    }
}
