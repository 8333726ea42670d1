//! What systems do differently with files, and nowhere else is asked: who a file is, what lies on a network, names that
//! are refused while another program looks at a file, paths longer than a library below ours takes.

#[cfg(target_os = "linux")]
mod linux;
mod look_and_rename;
#[cfg(not(any(target_os = "linux", windows)))]
mod other;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
pub use linux::{FileIdentity, file_identity, lies_on_network, path_for_c_libraries};
#[cfg(target_os = "linux")]
pub(crate) use linux::{rename_to_free_name, until_let_go};
#[cfg(not(any(target_os = "linux", windows)))]
pub use other::{FileIdentity, file_identity, lies_on_network, path_for_c_libraries};
#[cfg(not(any(target_os = "linux", windows)))]
pub(crate) use other::{rename_to_free_name, until_let_go};
#[cfg(windows)]
pub use windows::{FileIdentity, file_identity, lies_on_network, path_for_c_libraries};
#[cfg(windows)]
pub(crate) use windows::{rename_to_free_name, until_let_go};

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_itself_under_another_name_and_not_its_copy() {
        let folder = tempfile::tempdir().unwrap();
        let (one, copy, moved) = (
            folder.path().join("one"),
            folder.path().join("copy"),
            folder.path().join("moved"),
        );
        fs::write(&one, "words").unwrap();
        fs::copy(&one, &copy).unwrap();
        let before = file_identity(&one);
        assert!(before.is_some());
        assert_ne!(before, file_identity(&copy));
        fs::rename(&one, &moved).unwrap();
        assert_eq!(before, file_identity(&moved));
        assert_eq!(file_identity(&one), None);
    }

    #[test]
    fn a_path_for_libraries_in_c_leads_to_the_same_file() {
        let folder = tempfile::tempdir().unwrap();
        let deep = (0..8).fold(folder.path().to_owned(), |path, _| {
            path.join("қалта бір екі үш төрт бес алты жеті сегіз тоғыз он")
        });
        fs::create_dir_all(&deep).unwrap();
        let file = deep.join("файл");
        fs::write(&file, "words").unwrap();
        assert_eq!(
            file_identity(&path_for_c_libraries(&file)),
            file_identity(&file)
        );
    }
}
