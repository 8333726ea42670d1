//! Parts of a package, what they point to, and what they are said to be.

use std::collections::HashMap;
use std::rc::Rc;

use super::flat::{FlatParts, find_parts};
use crate::budget::Budget;
use crate::container::{Container, Entry};
use crate::refusal::Refusal;
use crate::xml::{Tree, decode};

/// A longer address is none; each use of it costs its length.
const LONGEST_ADDRESS: usize = 4096;

/// A package, opened.
#[derive(Debug)]
pub(crate) struct Package<'a> {
    source: Source<'a>,
    types: HashMap<String, String>,
    extensions: HashMap<String, String>,
    /// Whether something in it was damaged so far.
    pub damaged: bool,
}

/// Where the parts of a package are.
#[derive(Debug)]
enum Source<'a> {
    Zip(Container<'a>),
    Flat(FlatParts<'a>),
}

/// A part and what it points to.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Its relations by their ids.
    pub relations: Rc<HashMap<String, Relation>>,
}

/// What a part points to.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    /// The last word of the relation's kind, as `image`.
    pub kind: String,
    /// The part that is meant, or an address outside.
    pub target: String,
    /// Whether it is outside of the package.
    pub external: bool,
}

impl<'a> Package<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn open(bytes: &'a [u8], budget: &mut Budget) -> Result<Package<'a>, Refusal> {
        let container = Container::open(bytes)?;
        if container.find("EncryptedPackage").is_some() {
            return Err(Refusal::Locked);
        }
        let mut package = Package {
            damaged: container.damaged,
            source: Source::Zip(container),
            types: HashMap::new(),
            extensions: HashMap::new(),
        };
        package.read_types(budget)?;
        Ok(package)
    }

    /// Opens a package that is written as one XML.
    pub fn open_flat(source: &'a str) -> Package<'a> {
        let (parts, types, damaged) = find_parts(source);
        Package {
            source: Source::Flat(parts),
            types,
            extensions: HashMap::new(),
            damaged,
        }
    }

    /// Whether there is a part of a name.
    fn has(&self, name: &str) -> bool {
        match &self.source {
            Source::Zip(container) => container.find(name).is_some(),
            Source::Flat(parts) => parts.contains_key(&name.to_lowercase()),
        }
    }

    fn read_types(&mut self, budget: &mut Budget) -> Result<(), Refusal> {
        let Some(bytes) = self.read_part("[Content_Types].xml", budget)? else {
            return Ok(());
        };
        let source = decode(&bytes);
        let tree = Tree::read(&source, |_| false, budget)?;
        self.damaged |= tree.broken;
        for element in tree.root().iter().flat_map(|root| root.children()) {
            let Some(kind) = element.attribute("ContentType") else {
                continue;
            };
            if let Some(name) = element.attribute("PartName") {
                let name = name.trim_start_matches('/').to_lowercase();
                self.types.insert(name, kind.into_owned());
            } else if let Some(extension) = element.attribute("Extension") {
                self.extensions
                    .insert(extension.to_lowercase(), kind.into_owned());
            }
        }
        Ok(())
    }

    /// What a part is said to be.
    pub fn find_type(&self, name: &str) -> Option<&str> {
        let small = name.to_lowercase();
        let by_extension = || {
            let (_, extension) = small.rsplit_once('.')?;
            self.extensions.get(extension)
        };
        self.types
            .get(&small)
            .or_else(by_extension)
            .map(String::as_str)
    }

    /// The names of all parts.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = match &self.source {
            Source::Zip(container) => {
                let entries = container.entries.iter();
                let files = entries.filter(|entry| !entry.is_folder());
                return files.map(Entry::plain_name).collect();
            }
            Source::Flat(parts) => parts.values().map(|(name, _)| name.clone()).collect(),
        };
        names.sort();
        names
    }

    /// The bytes of a part; none where it is not there or nothing of it can be read.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`], [`Refusal::Locked`].
    pub fn read_part(
        &mut self,
        name: &str,
        budget: &mut Budget,
    ) -> Result<Option<Vec<u8>>, Refusal> {
        let container = match &self.source {
            Source::Zip(container) => container,
            Source::Flat(parts) => {
                let part = parts.get(&name.to_lowercase());
                let bytes = part.map(|(_, bytes)| bytes.clone().into_owned());
                budget.take_bytes(bytes.as_ref().map_or(0, Vec::len), name)?;
                return Ok(bytes);
            }
        };
        let Some(entry) = container.find(name) else {
            return Ok(None);
        };
        match container.unpack(entry, budget) {
            Ok(unpacked) => {
                self.damaged |= unpacked.damaged;
                let nothing = unpacked.damaged && unpacked.bytes.is_empty();
                Ok((!nothing).then_some(unpacked.bytes))
            }
            Err(Refusal::Damaged { .. }) => {
                self.damaged = true;
                Ok(None)
            }
            Err(refusal) => Err(refusal),
        }
    }

    /// Finds the main part: the one that the package points to, else one that is said to be it, else one by its name.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn find_main(
        &mut self,
        said: &str,
        named: &str,
        budget: &mut Budget,
    ) -> Result<Option<String>, Refusal> {
        let root = self.read_relations("", budget)?;
        let pointed = root.find_kind("officeDocument").map(|it| it.target.clone());
        if let Some(name) = pointed
            && self.has(&name)
        {
            return Ok(Some(name));
        }
        let by_type = self
            .names()
            .into_iter()
            .find(|name| self.find_type(name).is_some_and(|it| it.contains(said)));
        let by_name = |package: &Package| {
            let fits = |name: &String| name.to_lowercase().ends_with(named);
            package.names().into_iter().find(fits)
        };
        Ok(by_type
            .filter(|name| self.has(name))
            .or_else(|| by_name(self)))
    }

    /// Reads what a part points to; of the package itself where the name is empty.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn read_relations(&mut self, name: &str, budget: &mut Budget) -> Result<Part, Refusal> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let path = match folder {
            "" => format!("_rels/{file}.rels"),
            folder => format!("{folder}/_rels/{file}.rels"),
        };
        let mut relations = HashMap::new();
        if let Some(bytes) = self.read_part(&path, budget)? {
            let source = decode(&bytes);
            let tree = Tree::read(&source, |_| false, budget)?;
            self.damaged |= tree.broken;
            for element in tree.root().iter().flat_map(|root| root.children()) {
                let (Some(id), Some(target)) =
                    (element.attribute("Id"), element.attribute("Target"))
                else {
                    continue;
                };
                if target.len() > LONGEST_ADDRESS {
                    continue;
                }
                let kind = element.attribute("Type").unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let external = element
                    .attribute("TargetMode")
                    .is_some_and(|it| it == "External");
                let target = match external {
                    true => target.into_owned(),
                    false => self.resolve(folder, &target),
                };
                relations.insert(
                    id.into_owned(),
                    Relation {
                        kind,
                        target,
                        external,
                    },
                );
            }
        }
        Ok(Part {
            relations: Rc::new(relations),
        })
    }

    /// The name of the part that an address means.
    fn resolve(&self, folder: &str, target: &str) -> String {
        let target = target.replace('\\', "/");
        let mut steps: Vec<&str> = match target.starts_with('/') {
            true => Vec::new(),
            false => folder.split('/').collect(),
        };
        for step in target.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    steps.pop();
                }
                step => steps.push(step),
            }
        }
        steps.retain(|step| !step.is_empty());
        let name = steps.join("/");
        if self.has(&name) {
            return name;
        }
        decode_percents(&name)
    }
}

impl Part {
    /// The first relation of a kind, in the order of the ids.
    pub fn find_kind(&self, kind: &str) -> Option<&Relation> {
        self.all_of_kind(kind).into_iter().next()
    }

    /// All relations of a kind, in the order of the ids.
    pub fn all_of_kind(&self, kind: &str) -> Vec<&Relation> {
        let mut found: Vec<(&String, &Relation)> = self
            .relations
            .iter()
            .filter(|(_, relation)| relation.kind == kind && !relation.external)
            .collect();
        found.sort_by_key(|(id, _)| (id.len(), id.as_str()));
        found.into_iter().map(|(_, relation)| relation).collect()
    }
}

fn decode_percents(name: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = (*first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
