//! What programs write down about a photo in a file beside it (XMP), in short: its caption, who took it, whom to name.
//!
//! Any bytes may be given: what is no XMP, or breaks off, says less.

use super::limits::BLOCK_MOST;
use super::xmp::{Namespace, read_packet};

/// Longer files are not read, in bytes: 4 MiB. Some hold a preview and a history of all that was done to the picture.
pub const XMP_LIMIT: usize = BLOCK_MOST;

/// What stands in XMP of use to an archive.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Xmp {
    /// What is to be seen, else the photo's title or headline.
    pub caption: Option<String>,
    /// Who took it; several are parted by commas.
    pub creator: Option<String>,
    /// Whom to name where it is published.
    pub credit: Option<String>,
    /// Who has the rights to it, and what may be done with it.
    pub rights: Option<String>,
}

/// Reads XMP.
pub fn read_xmp(bytes: &[u8]) -> Xmp {
    let (properties, _) = read_packet(bytes);
    let words = |namespace, name| {
        let languages = properties.languages(namespace, name)?;
        Some(languages.default_text().to_owned())
    };
    let caption = [
        (Namespace::Dc, "description"),
        (Namespace::Dc, "title"),
        (Namespace::Photoshop, "Headline"),
    ];
    let creators = properties.texts(Namespace::Dc, "creator");
    Xmp {
        caption: caption
            .into_iter()
            .find_map(|(namespace, name)| words(namespace, name)),
        creator: creators.map(|creators| creators.join(", ")),
        credit: words(Namespace::Photoshop, "Credit"),
        rights: words(Namespace::Dc, "rights"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SIDECAR: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:Credit="Аудан әкімдігі &amp; «Айқын»">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Мектеп</rdf:li></rdf:Alt></dc:title>
   <dc:description><rdf:Alt>
     <rdf:li xml:lang="ru">Открытие школы</rdf:li>
     <rdf:li xml:lang="x-default">Мектептің ашылуы &#8212; 2026 &lt;наурыз&gt;</rdf:li>
   </rdf:Alt></dc:description>
   <dc:creator><rdf:Seq><rdf:li>Ерлан Сәтов</rdf:li><rdf:li>Дана Ахметова</rdf:li></rdf:Seq></dc:creator>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>"#;

    #[test]
    fn caption_creators_and_credit_are_read_however_they_are_written_down() {
        let read = read_xmp(SIDECAR.as_bytes());
        assert_eq!(
            read,
            Xmp {
                caption: Some("Мектептің ашылуы — 2026 <наурыз>".to_owned()),
                creator: Some("Ерлан Сәтов, Дана Ахметова".to_owned()),
                credit: Some("Аудан әкімдігі & «Айқын»".to_owned()),
                rights: None,
            }
        );
        let wide: Vec<u8> = [0xFF, 0xFE]
            .into_iter()
            .chain(SIDECAR.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        assert_eq!(read_xmp(&wide), read);
    }

    #[test]
    fn a_title_is_a_caption_where_there_is_no_other_and_names_of_other_vocabularies_say_nothing() {
        let only_title = SIDECAR
            .replace("dc:description", "dc:subject")
            .replace("ps:Credit", "ps:Source");
        let read = read_xmp(only_title.as_bytes());
        assert_eq!(read.caption.as_deref(), Some("Мектеп"));
        assert_eq!(read.credit, None);
        let other = SIDECAR.replace("http://purl.org/dc/elements/1.1/", "urn:other");
        assert_eq!(read_xmp(other.as_bytes()).caption, None);
    }

    #[test]
    fn what_breaks_off_says_what_came_before_and_what_is_no_xmp_nothing() {
        for end in 0..SIDECAR.len() {
            let read = read_xmp(&SIDECAR.as_bytes()[..end]);
            assert!(read.caption.is_none_or(|caption| caption.len() > 5));
        }
        assert_eq!(read_xmp(b"Plain words"), Xmp::default());
        let deep = format!("<a>{}", "<b>".repeat(100_000));
        assert_eq!(read_xmp(deep.as_bytes()), Xmp::default());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            read_xmp(&bytes);
        }

        #[test]
        fn any_change_of_a_sidecar_is_read(at in 0..SIDECAR.len(), byte in any::<u8>()) {
            let mut bytes = SIDECAR.as_bytes().to_vec();
            bytes[at] = byte;
            read_xmp(&bytes);
        }
    }
}
