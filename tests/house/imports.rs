//! What a Rust file imports, read from its text: enough of the language for this project's own sources.

/// A path that a file names, as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Counted from 1.
    pub line: usize,
    /// Such as `crate`, `spans`, `nested`; the last is `*` where all is imported.
    pub path: Vec<String>,
    /// The modules inside the file in which it stands, outermost first.
    pub inside: Vec<String>,
    /// Where it is given on (`pub use`): the name that it has here.
    pub given_on: Option<String>,
}

/// What a file imports, and what it declares.
#[derive(Debug, Default)]
pub struct Imports {
    /// All that it names of its own crate and of others, but for what only its tests name.
    pub imports: Vec<Import>,
    /// Modules that stand in files of their own, but for those of tests.
    pub modules: Vec<String>,
    /// Names of functions, types, constants and macros that it defines.
    pub defined: Vec<String>,
}

/// Reads a file. `children` are the modules below it, so that `child::item` is known for a path.
pub fn read(text: &str, children: &[String]) -> Imports {
    let tokens = without_tests(&tokens(text));
    let mut found = Imports::default();
    let mut inside: Vec<(String, usize)> = Vec::new();
    let (mut at, mut depth) = (0, 0);
    while let Some(token) = tokens.get(at) {
        let before = |back: usize| {
            at.checked_sub(back)
                .map_or("", |at| tokens[at].text.as_str())
        };
        let after = |on: usize| tokens.get(at + on).map_or("", |token| token.text.as_str());
        let modules = || inside.iter().map(|(name, _)| name.clone()).collect();
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if inside.last().is_some_and(|(_, opened)| *opened == depth) {
                    inside.pop();
                }
            }
            "mod" if after(2) == "{" => inside.push((after(1).to_owned(), depth)),
            "mod" if after(2) == ";" => found.modules.push(after(1).to_owned()),
            "fn" | "struct" | "enum" | "trait" | "type" | "const" | "static" | "union" => {
                found.defined.push(after(1).to_owned());
            }
            "macro_rules" => found.defined.push(after(2).to_owned()),
            // `use<…>` says what a type captures
            "use" if after(1) != "<" => {
                let public = before(1) == "pub" || before(1) == ")";
                let mut tree = Tree {
                    tokens: &tokens,
                    at: at + 1,
                    leaves: Vec::new(),
                };
                tree.read(&[]);
                at = tree.at;
                for (line, path, name) in tree.leaves {
                    found.imports.push(Import {
                        line,
                        given_on: public.then_some(name),
                        path,
                        inside: modules(),
                    });
                }
                continue;
            }
            first
                if after(1) == "::"
                    && before(1) != "::"
                    && before(1) != "in"
                    && (["crate", "super", "self"].contains(&first)
                        || first.starts_with("muragat_")
                        || children.iter().any(|child| child == first)) =>
            {
                let mut path = vec![first.to_owned()];
                while after(path.len() * 2 - 1) == "::" && is_word(after(path.len() * 2)) {
                    path.push(after(path.len() * 2).to_owned());
                }
                let on = path.len() * 2 - 1;
                found.imports.push(Import {
                    line: token.line,
                    path,
                    inside: modules(),
                    given_on: None,
                });
                at += on;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Modules in files of their own that a file declares for its tests alone.
pub fn test_modules(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    let declared = texts
        .windows(CFG_TEST.len() + 3)
        .filter(|window| window.starts_with(&CFG_TEST) && window[CFG_TEST.len()] == "mod");
    declared
        .filter(|window| window[CFG_TEST.len() + 2] == ";")
        .map(|window| window[CFG_TEST.len() + 1].to_owned())
        .collect()
}

const CFG_TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

#[derive(Debug, Clone)]
struct Token {
    line: usize,
    text: String,
}

/// Words, `::`, and single signs; comments and what stands in quotes are left out.
fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    let sign = |at: usize| letters.get(at).copied().unwrap_or('\0');
    while at < letters.len() {
        let start = at;
        match sign(at) {
            '/' if sign(at + 1) == '/' => {
                while at < letters.len() && sign(at) != '\n' {
                    at += 1;
                }
            }
            '/' if sign(at + 1) == '*' => {
                let mut open = 0;
                loop {
                    match (sign(at), sign(at + 1)) {
                        ('/', '*') => (open, at) = (open + 1, at + 2),
                        ('*', '/') => (open, at) = (open - 1, at + 2),
                        _ => at += 1,
                    }
                    if open == 0 || at >= letters.len() {
                        break;
                    }
                }
            }
            '"' => at = end_of_string(&letters, at),
            'r' | 'b' | 'c' if raw_string(&letters, at).is_some() => {
                at = raw_string(&letters, at).unwrap_or(at + 1);
            }
            // a letter in quotes, not a lifetime
            '\'' if sign(at + 1) == '\\' => {
                at += 3;
                while at < letters.len() && sign(at) != '\'' {
                    at += 1;
                }
                at += 1;
            }
            '\'' if sign(at + 2) == '\'' => at += 3,
            letter if letter.is_alphanumeric() || letter == '_' => {
                while sign(at).is_alphanumeric() || sign(at) == '_' {
                    at += 1;
                }
                tokens.push(Token {
                    line,
                    text: letters[start..at].iter().collect(),
                });
            }
            ':' if sign(at + 1) == ':' => {
                at += 2;
                tokens.push(Token {
                    line,
                    text: "::".to_owned(),
                });
            }
            letter => {
                at += 1;
                if !letter.is_whitespace() {
                    tokens.push(Token {
                        line,
                        text: letter.to_string(),
                    });
                }
            }
        }
        let passed = &letters[start..at.min(letters.len())];
        line += passed.iter().filter(|letter| **letter == '\n').count();
    }
    tokens
}

fn end_of_string(letters: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < letters.len() && letters[at] != '"' {
        at += if letters[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// Where a string with a prefix (`r"`, `br#"`, `b"`, `c"`) ends.
fn raw_string(letters: &[char], start: usize) -> Option<usize> {
    let mut at = start;
    while matches!(letters.get(at), Some('b' | 'c')) {
        at += 1;
    }
    if letters.get(at) != Some(&'r') {
        return (at > start && letters.get(at) == Some(&'"')).then(|| end_of_string(letters, at));
    }
    at += 1;
    let hashes = letters[at..]
        .iter()
        .take_while(|sign| **sign == '#')
        .count();
    at += hashes;
    if letters.get(at) != Some(&'"') {
        return None;
    }
    at += 1;
    while at < letters.len() {
        let closed = letters[at] == '"'
            && letters[at + 1..]
                .iter()
                .take_while(|sign| **sign == '#')
                .count()
                >= hashes;
        at += 1;
        if closed {
            return Some(at + hashes);
        }
    }
    Some(at)
}

/// What stands under `#[cfg(test)]` is left out, to its semicolon or its closing brace.
fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let ahead = tokens[at..].iter().map(|token| token.text.as_str());
        if !ahead.take(CFG_TEST.len()).eq(CFG_TEST) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        at += CFG_TEST.len();
        let mut open = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token.text.as_str() {
                "{" => open += 1,
                "}" if open == 1 => break,
                "}" => open -= 1,
                ";" if open == 0 => break,
                _ => {}
            }
        }
        // `use a::{b, c};` closes a brace before its semicolon
        if tokens.get(at).is_some_and(|token| token.text == ";") {
            at += 1;
        }
    }
    kept
}

fn is_word(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// Reads the tree of a `use`.
struct Tree<'a> {
    tokens: &'a [Token],
    at: usize,
    /// Line, path, and the name it gets.
    leaves: Vec<(usize, Vec<String>, String)>,
}

impl Tree<'_> {
    fn read(&mut self, above: &[String]) {
        let mut path = above.to_vec();
        let mut name = None;
        let line = self.tokens.get(self.at).map_or(0, |token| token.line);
        while let Some(token) = self.tokens.get(self.at) {
            match token.text.as_str() {
                "::" => self.at += 1,
                "{" => {
                    self.at += 1;
                    loop {
                        match self.tokens.get(self.at).map(|token| token.text.as_str()) {
                            Some("}") => {
                                self.at += 1;
                                return;
                            }
                            Some(",") => self.at += 1,
                            Some(_) => self.read(&path),
                            None => return,
                        }
                    }
                }
                "as" => {
                    name = self.tokens.get(self.at + 1).map(|token| token.text.clone());
                    self.at += 2;
                }
                "," | "}" | ";" => break,
                text => {
                    path.push(text.to_owned());
                    self.at += 1;
                }
            }
        }
        // `use a::{self}` is `use a`
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
        self.leaves.push((line, path, name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(text: &str) -> Vec<String> {
        let found = read(text, &["child".to_owned()]).imports;
        found.iter().map(|import| import.path.join("::")).collect()
    }

    #[test]
    fn a_tree_of_imports_is_as_many_paths() {
        assert_eq!(
            paths(
                "use crate::a::{self, B, c::{D as E, *}};\npub(crate) use super::f;\nuse std::fs;"
            ),
            [
                "crate::a",
                "crate::a::B",
                "crate::a::c::D",
                "crate::a::c::*",
                "super::f",
                "std::fs"
            ]
        );
    }

    #[test]
    fn a_path_in_the_text_counts_and_one_in_a_comment_or_in_quotes_does_not() {
        assert_eq!(
            paths(
                "// crate::no\nfn f(a: crate::a::B, c: &'static str) {\n /* crate::no /* */ crate::no */\n \"crate::no \\\" crate::no\"; r#\"crate::\"no\"#; '\"'; super::g::<T>(); child::h(); other::i(); muragat_files::hex(b\"\") }\npub(in crate::no) fn j() {}"
            ),
            ["crate::a::B", "super::g", "child::h", "muragat_files::hex"]
        );
    }

    #[test]
    fn what_only_tests_name_is_left_out() {
        let text = "use crate::a;\n#[cfg(test)]\nuse crate::{b, c};\n#[cfg(test)]\nmod tests { use super::*; fn f() { crate::d() } }\n#[cfg(test)]\nmod fixtures;\nmod plain;\nuse crate::e;";
        assert_eq!(paths(text), ["crate::a", "crate::e"]);
        assert_eq!(test_modules(text), ["fixtures"]);
        assert_eq!(read(text, &[]).modules, ["plain"]);
    }

    #[test]
    fn lines_modules_and_names_given_on_are_told() {
        let found = read(
            "\nmod inner {\n    pub use super::a::B as C;\n}\nuse crate::d;",
            &[],
        );
        let first = &found.imports[0];
        assert_eq!((first.line, first.given_on.as_deref()), (3, Some("C")));
        assert_eq!(first.inside, ["inner"]);
        assert_eq!(
            (found.imports[1].line, found.imports[1].inside.len()),
            (5, 0)
        );
    }
}
