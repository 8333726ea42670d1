//! A crate's files, and which of them imports which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::imports::{self, Import, Imports};

/// The sources of one crate, but for those of its tests.
pub struct Sources {
    files: BTreeMap<Module, File>,
}

/// A module's path from the crate's root, which is empty.
type Module = Vec<String>;

struct File {
    /// Below the project's root.
    path: PathBuf,
    imports: Imports,
}

/// One file imports something of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrow {
    /// Below the project's root.
    pub from: PathBuf,
    pub to: PathBuf,
    /// The top folder in which each lies; empty for a file that lies in none.
    pub from_room: String,
    pub to_room: String,
    /// Counted from 1.
    pub line: usize,
    /// As it is written.
    pub import: String,
}

impl std::fmt::Display for Arrow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = (self.from.display(), self.to.display());
        write!(f, "{from}:{}: {} ({to})", self.line, self.import)
    }
}

impl Sources {
    /// Reads the crate whose root file is `root` (lib.rs or main.rs), below the project's root.
    pub fn read(project: &Path, root: &Path) -> Sources {
        let mut sources = Sources {
            files: BTreeMap::new(),
        };
        sources.enter(project, root, Module::new());
        sources
    }

    fn enter(&mut self, project: &Path, path: &Path, module: Module) {
        let text = fs::read_to_string(project.join(path))
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let for_tests = imports::test_modules(&text);
        let declared = imports::read(&text, &[]).modules;
        let children: Vec<String> = declared
            .into_iter()
            .filter(|child| !for_tests.contains(child))
            .collect();
        // lib.rs, main.rs and mod.rs have their modules beside them, others in a folder of their name
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let folder = match ["lib", "main", "mod"].contains(&stem.as_ref()) {
            true => path.with_file_name(""),
            false => path.with_extension(""),
        };
        for child in &children {
            let beside = folder.join(format!("{child}.rs"));
            let inside = folder.join(child).join("mod.rs");
            let below = [beside, inside]
                .into_iter()
                .find(|file| project.join(file).is_file())
                .unwrap_or_else(|| panic!("{}: mod {child} has no file", path.display()));
            let mut module = module.clone();
            module.push(child.clone());
            self.enter(project, &below, module);
        }
        let file = File {
            path: path.to_owned(),
            imports: imports::read(&text, &children),
        };
        self.files.insert(module, file);
    }

    /// How many files there are.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// The top folders.
    pub fn rooms(&self) -> BTreeSet<String> {
        let rooms = self.files.keys().map(|module| self.room(module));
        rooms.filter(|room| !room.is_empty()).collect()
    }

    /// The top folder of a module; empty where its file lies beside the root file. A file that has a folder of its
    /// name belongs to it.
    fn room(&self, module: &Module) -> String {
        let Some(first) = module.first() else {
            return String::new();
        };
        let has_more = |other: &Module| other.len() > 1 && other[0] == *first;
        match self.files.keys().any(has_more) || self.is_mod_file(&module[..1]) {
            true => first.clone(),
            false => String::new(),
        }
    }

    fn is_mod_file(&self, module: &[String]) -> bool {
        let file = self.files.get(module);
        file.is_some_and(|file| file.path.ends_with("mod.rs"))
    }

    /// Every import of another file of the crate.
    pub fn arrows(&self) -> Vec<Arrow> {
        let mut arrows = Vec::new();
        for (module, file) in &self.files {
            for import in &file.imports.imports {
                let Some(to) = self.resolve(module, import, 0) else {
                    continue;
                };
                if to != *module {
                    arrows.push(Arrow {
                        from: file.path.clone(),
                        to: self.files[&to].path.clone(),
                        from_room: self.room(module),
                        to_room: self.room(&to),
                        line: import.line,
                        import: import.path.join("::"),
                    });
                }
            }
        }
        arrows
    }

    /// Every import of another crate of the project: file, line, the crate's name without `muragat_`.
    pub fn crates(&self) -> Vec<(PathBuf, usize, String)> {
        let mut found = Vec::new();
        for file in self.files.values() {
            for import in &file.imports.imports {
                let name = import
                    .path
                    .first()
                    .and_then(|first| first.strip_prefix("muragat_"));
                found.extend(name.map(|name| (file.path.clone(), import.line, name.to_owned())));
            }
        }
        found
    }

    /// The module whose file defines what an import names; none where that is of another crate.
    fn resolve(&self, module: &Module, import: &Import, steps: usize) -> Option<Module> {
        let mut here: Module = module.iter().chain(&import.inside).cloned().collect();
        let mut rest = import.path.as_slice();
        match rest.first()?.as_str() {
            "crate" => {
                here.clear();
                rest = &rest[1..];
            }
            "self" | "super" => {
                while let Some(first @ ("self" | "super")) = rest.first().map(String::as_str) {
                    if first == "super" {
                        here.pop();
                    }
                    rest = &rest[1..];
                }
            }
            first => {
                let child: Module = here.iter().cloned().chain([first.to_owned()]).collect();
                if !self.files.contains_key(&child) {
                    return None;
                }
            }
        }
        // a module inside a file is that file
        while !self.files.contains_key(&here) {
            here.pop();
            rest = &[];
        }
        while let Some((first, more)) = rest.split_first() {
            let child: Module = here.iter().cloned().chain([first.clone()]).collect();
            if !self.files.contains_key(&child) {
                break;
            }
            (here, rest) = (child, more);
        }
        match rest.first() {
            Some(name) => Some(self.definer(&here, name, steps).unwrap_or(here)),
            None => Some(here),
        }
    }

    /// The module that defines a name which another one has: itself, or the one that it is given on from.
    fn definer(&self, module: &Module, name: &str, steps: usize) -> Option<Module> {
        let imports = &self.files[module].imports;
        if imports.defined.iter().any(|defined| defined == name) {
            return Some(module.clone());
        }
        // a name that is given on in a circle is nobody's
        if steps > 8 {
            return None;
        }
        let is = |import: &&Import, given: &str| import.given_on.as_deref() == Some(given);
        let imports = imports.imports.iter();
        if let Some(import) = imports.clone().find(|import| is(import, name)) {
            return self.resolve(module, import, steps + 1);
        }
        imports
            .filter(|import| is(import, "*"))
            .filter_map(|import| self.resolve(module, import, steps + 1))
            .find_map(|from| self.definer(&from, name, steps + 1))
    }
}

/// The circles among arrows: each the files of one, in order.
pub fn circles(arrows: &[Arrow]) -> Vec<BTreeSet<PathBuf>> {
    let mut next: BTreeMap<&Path, BTreeSet<&Path>> = BTreeMap::new();
    for arrow in arrows {
        next.entry(&arrow.from).or_default().insert(&arrow.to);
    }
    let reached = |start: &Path| {
        let mut seen: BTreeSet<&Path> = BTreeSet::new();
        let mut open: Vec<&Path> = next.get(start).into_iter().flatten().copied().collect();
        while let Some(file) = open.pop() {
            if seen.insert(file) {
                open.extend(next.get(file).into_iter().flatten());
            }
        }
        seen
    };
    let all: BTreeMap<&Path, BTreeSet<&Path>> =
        next.keys().map(|file| (*file, reached(file))).collect();
    let mut circles: Vec<BTreeSet<PathBuf>> = Vec::new();
    for (file, seen) in &all {
        if !seen.contains(file) || circles.iter().any(|circle| circle.contains(*file)) {
            continue;
        }
        let back = |other: &&&Path| all.get(**other).is_some_and(|seen| seen.contains(file));
        circles.push(
            seen.iter()
                .filter(back)
                .map(|file| file.to_path_buf())
                .collect(),
        );
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The arrows of a crate of these files, as `from -> to`, and its circles.
    fn arrows_of(files: &[(&str, &str)]) -> (Vec<String>, Vec<Vec<String>>) {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let arrows = Sources::read(folder.path(), Path::new("lib.rs")).arrows();
        let name = |path: &Path| path.to_str().unwrap().replace(".rs", "");
        let circles = circles(&arrows).into_iter();
        (
            arrows
                .iter()
                .map(|arrow| format!("{} -> {}", name(&arrow.from), name(&arrow.to)))
                .collect(),
            circles
                .map(|circle| circle.iter().map(|file| name(file)).collect())
                .collect(),
        )
    }

    #[test]
    fn what_is_given_on_leads_to_the_file_that_defines_it() {
        let (arrows, circles) = arrows_of(&[
            ("lib.rs", "mod a; mod b; mod c; pub use a::A; pub use b::*;"),
            ("a.rs", "pub struct A;"),
            ("b/mod.rs", "mod deep; pub use deep::Deep;"),
            ("b/deep.rs", "pub struct Deep; use super::super::a::A;"),
            ("c.rs", "use crate::{A, Deep}; fn f() { crate::b::Deep; }"),
        ]);
        assert_eq!(
            arrows,
            [
                "lib -> a",
                "lib -> b/mod",
                "b/mod -> b/deep",
                "b/deep -> a",
                "c -> a",
                "c -> b/deep",
                "c -> b/deep",
            ]
            .map(str::to_owned)
        );
        assert!(circles.is_empty());
    }

    #[test]
    fn a_circle_is_found_over_several_files_and_one_that_only_tests_close_is_none() {
        let (_, circles) = arrows_of(&[
            ("lib.rs", "mod a; mod b; mod c; mod d;"),
            ("a.rs", "use crate::b::B; pub struct A;"),
            ("b.rs", "use super::c::C; pub struct B;"),
            ("c.rs", "pub struct C; fn f(a: crate::a::A) {}"),
            (
                "d.rs",
                "use crate::a; #[cfg(test)] mod tests { use super::*; }",
            ),
        ]);
        assert_eq!(circles, [["a", "b", "c"].map(str::to_owned)]);
    }

    #[test]
    fn a_room_is_a_folder_and_a_file_beside_it_of_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        for room in ["a", "b"] {
            fs::create_dir(folder.path().join(room)).unwrap();
        }
        write("lib.rs", "mod a; mod b; mod loose;");
        write("a.rs", "mod inner; use crate::loose::L;");
        write("a/inner.rs", "use crate::b::B;");
        write("b/mod.rs", "pub struct B;");
        write("loose.rs", "pub struct L;");
        let sources = Sources::read(folder.path(), Path::new("lib.rs"));
        assert_eq!(sources.rooms(), ["a", "b"].map(str::to_owned).into());
        let rooms: Vec<(String, String)> = sources
            .arrows()
            .into_iter()
            .map(|arrow| (arrow.from_room, arrow.to_room))
            .collect();
        let expected = [("a", ""), ("a", "b")].map(|(from, to)| (from.to_owned(), to.to_owned()));
        assert_eq!(rooms, expected);
    }
}
