//! Words as they are kept: one form of line ends, nothing unseen, nothing endless, and nothing that a camera wrote of
//! itself where a person's words belong.

use super::limits::VALUE_MOST;

/// What cameras, phones and programs write as a caption when nobody wrote one, in lower case and without blanks at
/// its ends. What only names the camera is told by the word «camera» at its end.
const SAID_BY_MACHINES: [&str; 28] = [
    "bty",
    "btf",
    "camera phone",
    "cof",
    "dav",
    "dcim",
    "default",
    "digital still camera",
    "edf",
    "exif jpeg",
    "exif_jpeg_picture",
    "exif_jpeg_t422",
    "hdr",
    "hdrpl",
    "image",
    "jpeg",
    "mde",
    "nor",
    "oznor",
    "ptr",
    "rhdr",
    "samsung",
    "screenshot",
    "sdr",
    "sony dsc",
    "untitled",
    "user comments",
    "xxx",
];

/// Words without their blanks at the ends, control characters and endlessness; nothing where nothing is left. Markup
/// stays as it is written: it is text.
pub(crate) fn clean_words(words: &str) -> Option<String> {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    let seen: String = words
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .filter(|letter| !matches!(letter, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    let kept: String = seen.trim().chars().take(VALUE_MOST).collect();
    let kept = kept.trim_end();
    (!kept.is_empty()).then(|| kept.to_owned())
}

/// Words on one line, for names of cameras and the like.
pub(crate) fn clean_line(words: &str) -> Option<String> {
    let spaced: String = words
        .chars()
        .take(VALUE_MOST)
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

/// The beginning of a text that has at most so many bytes, cut between two letters.
pub(crate) fn cut_between_letters(text: &str, most: usize) -> &str {
    text.get(..text.floor_char_boundary(most))
        .unwrap_or_default()
        .trim_end()
}

/// Whether a caption or title was written by a machine and says nothing of the picture.
pub(crate) fn is_said_by_machine(words: &str) -> bool {
    let plain = words.trim().to_lowercase();
    let names_camera = plain.ends_with("digital camera")
        || plain.ends_with("digital still camera")
        || (plain.starts_with('<') && plain.ends_with('>') && !plain.contains("</"));
    let says_nothing = !plain.chars().any(char::is_alphanumeric);
    says_nothing || (names_camera && plain.len() < 60) || SAID_BY_MACHINES.contains(&plain.as_str())
}

/// Whether two texts are the same but for their blanks.
pub(crate) fn are_same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_what_is_not_seen_and_keep_markup() {
        assert_eq!(
            clean_words(" \u{FEFF}a\r\nb\rc\0\u{1} "),
            Some("a\nb\nc".to_owned())
        );
        let markup = "<script>alert(1)</script> &amp;";
        assert_eq!(clean_words(markup).as_deref(), Some(markup));
        assert_eq!(clean_words(" \0\t\n"), None);
        assert_eq!(
            clean_words(&"қ".repeat(20_000)).map(|kept| kept.chars().count()),
            Some(VALUE_MOST)
        );
        assert_eq!(clean_line("HDR\u{1}HC3 \n x").as_deref(), Some("HDR HC3 x"));
    }

    #[test]
    fn what_cameras_write_is_no_caption() {
        for machine in [
            "OLYMPUS DIGITAL CAMERA         ",
            "SONY DSC",
            "DCIM",
            "KONICA MINOLTA DIGITAL CAMERA",
            "KODAK DC240 ZOOM DIGITAL CAMERA",
            "Exif_JPEG_PICTURE",
            "Screenshot",
            "Default",
            "<Digimax i50 MP3, Samsung #1 MP3>",
            "---",
            "   ",
        ] {
            assert!(is_said_by_machine(machine), "{machine}");
        }
        for person in [
            "Жиын",
            "Default settings of the new digital camera are shown",
            "<b>Жиын</b>",
            "5",
            "DCIM 2026",
        ] {
            assert!(!is_said_by_machine(person), "{person}");
        }
    }
}
