//! What lies on the system's clipboard besides words: copied files, a picture. The page is not told of these.

use std::fs;
use std::path::PathBuf;
use std::sync::Mutex;

use muragat_archive::Error;
use muragat_intake::{Received, recognise_path};
use muragat_shell::wire::Problem;
use tauri::{AppHandle, Manager};
use tempfile::TempDir;

/// Where a picture lies that has no file of its own, until the next one is pasted.
#[derive(Default)]
pub struct Clipboard {
    folder: Mutex<Option<TempDir>>,
}

/// The paths of copied files; else that of a picture, put into a file of that name for the while.
///
/// # Errors
/// The picture could not be written.
pub fn files(app: &AppHandle, name: &str) -> Result<Vec<PathBuf>, Problem> {
    let found = system::read(app);
    if !found.files.is_empty() {
        return Ok(found.files);
    }
    let Some((ending, bytes)) = found.picture else {
        return Ok(Vec::new());
    };
    let path = keep(app, &format!("{name}.{ending}"), &bytes)?;
    // programs promise what they do not have
    Ok(match recognise_path(&path) {
        Received::Photo => vec![path],
        _ => Vec::new(),
    })
}

fn keep(app: &AppHandle, name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
    let unwritable = |error: std::io::Error| Error::FileUnwritable {
        path: PathBuf::from(name),
        detail: error.to_string(),
    };
    let folder = TempDir::new().map_err(unwritable)?;
    let path = folder.path().join(name);
    fs::write(&path, bytes).map_err(unwritable)?;
    let kept = app.state::<Clipboard>();
    if let Ok(mut before) = kept.folder.lock() {
        *before = Some(folder);
    }
    Ok(path)
}

/// What the system gives.
#[derive(Default)]
struct Found {
    files: Vec<PathBuf>,
    /// Its file ending and its bytes.
    picture: Option<(&'static str, Vec<u8>)>,
}

#[cfg(target_os = "linux")]
mod system {
    use std::sync::mpsc::{Sender, channel};
    use std::time::Duration;

    use gtk::gdk;
    use gtk::glib;
    use tauri::AppHandle;

    use super::Found;

    /// The program that holds the clipboard may never answer.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Formats of pictures, as they were copied: the first that there is.
    const PICTURES: [(&str, &str); 4] = [
        ("image/jpeg", "jpg"),
        ("image/png", "png"),
        ("image/tiff", "tif"),
        ("image/webp", "webp"),
    ];

    pub fn read(app: &AppHandle) -> Found {
        let (tell, told) = channel();
        // it belongs to the thread of the window
        match app.run_on_main_thread(move || ask(tell)) {
            Ok(()) => told.recv_timeout(PATIENCE).unwrap_or_default(),
            Err(_) => Found::default(),
        }
    }

    fn ask(tell: Sender<Found>) {
        let clipboard = gtk::Clipboard::get(&gdk::SELECTION_CLIPBOARD);
        clipboard.request_contents(&gdk::Atom::intern("TARGETS"), move |clipboard, given| {
            let offered = given.targets().unwrap_or_default();
            let offers = |media: &str| offered.contains(&gdk::Atom::intern(media));
            if offers("text/uri-list") {
                return ask_files(clipboard, tell);
            }
            let picture = PICTURES.iter().find(|(media, _)| offers(media));
            match picture {
                Some(&(media, ending)) => ask_picture(clipboard, media, ending, tell),
                // nobody waits any more where it took too long
                None => drop(tell.send(Found::default())),
            }
        });
    }

    fn ask_files(clipboard: &gtk::Clipboard, tell: Sender<Found>) {
        clipboard.request_uris(move |_, addresses| {
            let files = addresses
                .iter()
                .filter_map(|address| Some(glib::filename_from_uri(address).ok()?.0))
                .collect();
            drop(tell.send(Found {
                files,
                picture: None,
            }));
        });
    }

    fn ask_picture(
        clipboard: &gtk::Clipboard,
        media: &str,
        ending: &'static str,
        tell: Sender<Found>,
    ) {
        clipboard.request_contents(&gdk::Atom::intern(media), move |_, given| {
            drop(tell.send(Found {
                files: Vec::new(),
                picture: Some((ending, given.data())),
            }));
        });
    }
}

#[cfg(windows)]
mod system {
    use std::path::PathBuf;

    use clipboard_win::formats::{Bitmap, FileList, RawData};
    use clipboard_win::{Clipboard, Getter, register_format};
    use tauri::AppHandle;

    use super::Found;

    /// Another program may hold the clipboard just now.
    const ATTEMPTS: usize = 10;

    /// Formats of pictures as browsers and office programs register them, as they were copied: the first that there is.
    const PICTURES: [(&str, &str); 3] = [("JFIF", "jpg"), ("PNG", "png"), ("image/png", "png")];

    pub fn read(_: &AppHandle) -> Found {
        let Ok(_held) = Clipboard::new_attempts(ATTEMPTS) else {
            return Found::default();
        };
        let mut files: Vec<PathBuf> = Vec::new();
        if FileList.read_clipboard(&mut files).is_ok() && !files.is_empty() {
            return Found {
                files,
                picture: None,
            };
        }
        let registered = PICTURES.iter().find_map(|&(name, ending)| {
            let format = RawData(register_format(name)?.get());
            Some((ending, bytes_of(&format)?))
        });
        Found {
            files: Vec::new(),
            // what has no format of its own is there as a bitmap, with the head of a BMP file
            picture: registered.or_else(|| Some(("bmp", bytes_of(&Bitmap)?))),
        }
    }

    fn bytes_of(format: &impl Getter<Vec<u8>>) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        format.read_clipboard(&mut bytes).ok()?;
        (!bytes.is_empty()).then_some(bytes)
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
mod system {
    use tauri::AppHandle;

    use super::Found;

    pub fn read(_: &AppHandle) -> Found {
        Found::default()
    }
}
