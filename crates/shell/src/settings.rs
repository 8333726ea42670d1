//! What is kept between two runs, in the user's config folder: who works here, which libraries were
//! open, and the window's own settings. One JSON file, written whole or not at all.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use muragat_archive::Error;
use muragat_diagnostics::{Fact, Facts};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::kept_file::KeptFile;
use crate::turned_down::TurnedDown;
use crate::wire::RecentLibrary;

/// Choices of the window whose values are the program's own words, numbers or switches: what each is noted as.
const CHOICES: &[(&str, &str)] = &[
    ("language", "language"),
    ("theme", "theme"),
    ("text_size", "textSize"),
    ("plain_keys", "plainKeys"),
    ("units", "units"),
    ("list", "list"),
    ("inspector", "inspector"),
    ("left", "left"),
    ("tab", "tab"),
    ("list_format", "listFormat"),
    ("party_order", "partyOrder"),
];
/// Settings of the window of which only is noted how many there are.
const COUNTED: &[(&str, &str)] = &[
    ("changed_keys", "keys"),
    ("folded_units", "folded"),
    ("backups", "backups"),
];
/// As many libraries as a menu shows.
const RECENT: usize = 10;

/// All that is kept.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptSettings {
    /// Who works here.
    pub actor: Option<String>,
    /// Libraries by path, the latest first.
    pub recent: Vec<String>,
    /// The names that these libraries were given, by path, as they were when last open.
    pub names: BTreeMap<String, String>,
    /// Folders that are watched for what is new, by the path of the library that it is offered to.
    pub watched: BTreeMap<String, String>,
    /// The window's own: an object that only it reads.
    pub window: Value,
}

impl KeptSettings {
    /// The language of the window, where one was chosen.
    pub fn language(&self) -> Option<&str> {
        self.window.get("language")?.as_str()
    }

    /// What of it may be noted: switches and choices, how much there is of what has names and paths, and none of these.
    pub fn facts(&self) -> Facts {
        let window = |name: &str| self.window.get(name).unwrap_or(&Value::Null);
        let chosen = CHOICES.iter().map(|(name, setting)| {
            let chosen = window(setting);
            let fact = chosen
                .as_str()
                .map_or_else(|| Fact::of_data(chosen), Fact::word);
            (*name, fact)
        });
        let counted = COUNTED.iter().map(|(name, setting)| {
            let all = window(setting);
            let objects = all.as_object().map(serde_json::Map::len);
            let count = objects.or(all.as_array().map(Vec::len));
            (*name, Fact::from(count.unwrap_or_default()))
        });
        let mut facts: Facts = chosen.chain(counted).collect();
        facts.extend([
            ("has_actor", Fact::from(self.actor.is_some())),
            ("recent_libraries", Fact::from(self.recent.len())),
            ("watched_folders", Fact::from(self.watched.len())),
        ]);
        facts
    }

    /// Keeps a library's name, and those of no library that is off the list.
    fn name(&mut self, path: &str, own_name: Option<&str>) {
        match own_name {
            Some(name) => self.names.insert(path.to_owned(), name.to_owned()),
            None => self.names.remove(path),
        };
        let recent = &self.recent;
        self.names.retain(|path, _| recent.contains(path));
    }
}

/// The file that it is kept in.
pub struct Settings {
    /// None where the system has no config folder.
    folder: Option<PathBuf>,
    file: KeptFile,
}

impl Settings {
    /// In the user's config folder.
    pub fn of_user() -> Settings {
        Settings::new(
            directories::ProjectDirs::from("kz", "", "Muragat")
                .map(|dirs| dirs.config_dir().to_owned()),
        )
    }

    /// In a folder.
    pub fn in_folder(folder: &Path) -> Settings {
        Settings::new(Some(folder.to_owned()))
    }

    fn new(folder: Option<PathBuf>) -> Settings {
        Settings {
            file: KeptFile::new(folder.as_deref(), "settings"),
            folder,
        }
    }

    /// What was kept; nothing, where nothing was. Of damaged settings what can be read, and the rest as they last were.
    pub fn read(&self) -> KeptSettings {
        self.file.read()
    }

    /// Where damaged settings were kept aside, since this was last asked: whoever works here is told once.
    pub fn take_mended(&self) -> Option<PathBuf> {
        self.file.take_mended()
    }

    /// What was turned down of watched folders, which is kept beside it.
    pub(crate) fn turned_down(&self) -> TurnedDown {
        TurnedDown::in_folder(self.folder.as_deref())
    }

    /// The libraries that were open, the latest first.
    pub fn recent(&self) -> Vec<RecentLibrary> {
        let kept = self.read();
        let recent = kept.recent.into_iter();
        recent
            .map(|path| RecentLibrary {
                name: library_name(&path),
                own_name: kept.names.get(&path).cloned(),
                present: Path::new(&path).join("catalogue.sqlite").is_file(),
                path,
            })
            .collect()
    }

    /// Notes that a library was opened, and the name that it was given.
    ///
    /// # Errors
    /// As [`Settings::change`].
    pub fn opened(&self, library: &Path, own_name: Option<&str>) -> Result<(), Error> {
        // What is no Unicode cannot be told to the window either.
        let Some(path) = library.to_str() else {
            return Ok(());
        };
        self.change(|kept| {
            kept.recent.retain(|known| known != path);
            kept.recent.insert(0, path.to_owned());
            kept.recent.truncate(RECENT);
            kept.name(path, own_name);
        })
    }

    /// Notes the name that the open library was given, where that is another than the one known.
    ///
    /// # Errors
    /// As [`Settings::change`].
    pub fn named(&self, library: &str, own_name: Option<&str>) -> Result<(), Error> {
        let kept = self.read();
        let known = kept.names.get(library).map(String::as_str);
        if known == own_name || !kept.recent.iter().any(|path| path == library) {
            return Ok(());
        }
        self.change(|kept| kept.name(library, own_name))
    }

    /// Takes a library off the list.
    ///
    /// # Errors
    /// As [`Settings::change`].
    pub fn forget(&self, library: &str) -> Result<(), Error> {
        self.change(|kept| {
            kept.recent.retain(|known| known != library);
            kept.names.remove(library);
        })
    }

    /// Changes what is kept. Another window's change is not lost: it is read anew, under a lock.
    ///
    /// # Errors
    /// That the disk refused.
    pub fn change(&self, change: impl FnOnce(&mut KeptSettings)) -> Result<(), Error> {
        self.file.change(change)
    }
}

/// A library's name: its folder's without `.muragat`.
fn library_name(path: &str) -> String {
    let stem = Path::new(path).file_stem();
    stem.map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn libraries_are_listed_the_latest_first_each_once_and_no_more_than_a_menu_shows() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(&folder.path().join("made when it is needed"));
        for number in (0..12).chain([5]) {
            settings
                .opened(Path::new(&format!("/l/{number}.muragat")), None)
                .unwrap();
        }
        let names = || -> Vec<String> {
            let recent = settings.recent().into_iter();
            recent.map(|library| library.name).collect()
        };
        assert_eq!(
            names(),
            ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]
        );
        settings.forget("/l/11.muragat").unwrap();
        assert_eq!(names()[..2], ["5", "10"]);
        assert!(settings.recent().iter().all(|library| !library.present));
    }

    #[test]
    fn a_library_is_listed_by_the_name_that_it_had_when_it_was_last_open() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path());
        let names = || -> Vec<Option<String>> {
            let recent = settings.recent().into_iter();
            recent.map(|library| library.own_name).collect()
        };
        let (one, two) = (Path::new("/l/1.muragat"), Path::new("/l/2.muragat"));
        settings.opened(one, Some("Қала")).unwrap();
        settings.opened(two, None).unwrap();
        assert_eq!(names(), [None, Some("Қала".to_owned())]);
        settings.named("/l/2.muragat", Some("Облыс")).unwrap();
        // of a library that is not on the list nothing is kept
        settings.named("/l/3.muragat", Some("Ауыл")).unwrap();
        assert_eq!(names(), [Some("Облыс".to_owned()), Some("Қала".to_owned())]);
        settings.opened(one, None).unwrap();
        assert_eq!(names(), [None, Some("Облыс".to_owned())]);
        settings.forget("/l/2.muragat").unwrap();
        assert!(settings.read().names.is_empty());
    }

    #[test]
    fn what_another_window_kept_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (
            Settings::in_folder(folder.path()),
            Settings::in_folder(folder.path()),
        );
        one.change(|kept| kept.actor = Some("Айгүл".to_owned()))
            .unwrap();
        other
            .change(|kept| kept.window = serde_json::json!({ "theme": "dark" }))
            .unwrap();
        let kept = one.read();
        assert_eq!(kept.actor.as_deref(), Some("Айгүл"));
        assert_eq!(kept.window["theme"], "dark");
    }

    #[test]
    fn damaged_settings_are_mended_and_each_damaged_file_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let settings = Settings::in_folder(folder.path());
        let file = folder.path().join("settings.json");
        settings.opened(Path::new("/l/1.muragat"), None).unwrap();
        settings
            .change(|kept| kept.actor = Some("Дана".to_owned()))
            .unwrap();
        assert_eq!(settings.take_mended(), None);
        let whole = fs::read_to_string(&file).unwrap();
        for (number, damaged) in [
            // what cannot be read at all is as it last was
            (1, "{\"actor\": \"Ай".to_owned()),
            // a field that can is as it stands there
            (
                2,
                whole
                    .replace("Дана", "Сара")
                    .replace("[", "{")
                    .replace("]", "}")
                    .replace("\"/l/1.muragat\"", ""),
            ),
        ] {
            fs::write(&file, &damaged).unwrap();
            let kept = settings.read();
            assert_eq!(kept.recent, ["/l/1.muragat"]);
            assert_eq!(kept.actor.as_deref(), Some(["Дана", "Сара"][number - 1]));
            let aside = settings.take_mended().unwrap();
            assert_eq!(fs::read_to_string(&aside).unwrap(), damaged);
            assert_eq!(settings.take_mended(), None);
            // the next start finds a whole file
            assert_eq!(settings.read().recent, ["/l/1.muragat"]);
            assert_eq!(settings.take_mended(), None);
        }
        assert!(folder.path().join("settings.json.damaged").exists());
        assert!(folder.path().join("settings.json.damaged-2").exists());
    }

    #[test]
    fn of_what_is_kept_no_name_and_no_path_is_noted() {
        let kept: KeptSettings = serde_json::from_value(serde_json::json!({
            "actor": "Құпия", "recent": ["/Құпия.muragat"], "names": { "/Құпия.muragat": "Құпия" },
            "watched": { "/Құпия.muragat": "/Құпия" },
            "window": {
                "theme": "dark", "textSize": 125, "language": "kk", "office": "Құпия", "exportFolder": "/Құпия",
                "keys": { "undo": ["Ctrl+KeyZ"] }, "folders": { "texts": "/Құпия" }, "tab": "Құпия",
                "lastPlace": { "/Құпия.muragat": { "question": { "text": "Құпия" } } },
            },
        }))
        .unwrap();
        let noted = serde_json::to_value(Fact::of_facts(&kept.facts())).unwrap();
        assert!(!noted.to_string().contains("Құпия"), "{noted}");
        assert_eq!(
            (&noted["theme"], &noted["text_size"]),
            (&"dark".into(), &125.into())
        );
        assert_eq!(
            (&noted["changed_keys"], &noted["tab"]),
            (&1.into(), &"text".into())
        );
    }

    #[test]
    fn without_a_config_folder_nothing_is_kept_and_nothing_fails() {
        let settings = Settings::new(None);
        settings.opened(Path::new("/l/1.muragat"), None).unwrap();
        assert!(settings.recent().is_empty());
    }
}
