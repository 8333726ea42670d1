//! How the bytes of a text may be encoded.

use serde::{Deserialize, Serialize};

/// How the bytes of a text were encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, low byte first.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[serde(rename = "utf-16be")]
    Utf16Be,
    /// Windows-1251, the Cyrillic code page without Kazakh letters.
    #[serde(rename = "windows-1251")]
    Windows1251,
    /// KZ-1048 (STRK 1048-2002, RK1048): Windows-1251 with Kazakh letters.
    #[serde(rename = "kz-1048")]
    Kz1048,
}

impl Encoding {
    /// The encoding's name in lower case, as IANA and serde spell it.
    pub fn label(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1251 => "windows-1251",
            Encoding::Kz1048 => "kz-1048",
        }
    }
}
