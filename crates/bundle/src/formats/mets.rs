//! article.mets.xml: METS 1.12. What an article's folder holds and how it belongs together; its Dublin Core inside,
//! its PREMIS beside it.

use crate::formats::dublin_core;
use crate::formats::premis::{KeptFile, Purpose};
use crate::placed::{Placed, href};
use crate::xml::Element;

/// The document. `files`: all of the article's files but this one and its PREMIS.
pub(crate) fn mets(placed: &Placed<'_>, files: &[KeptFile<'_>]) -> Vec<u8> {
    let record = placed.record;
    let numbered: Vec<(String, &KeptFile<'_>)> = files
        .iter()
        .enumerate()
        .map(|(at, file)| (format!("file-{}", at + 1), file))
        .collect();
    let groups = Purpose::ALL.into_iter().filter_map(|purpose| {
        let of_purpose = numbered.iter().filter(|(_, file)| file.purpose == purpose);
        Element::new("mets:fileGrp")
            .with("USE", purpose.as_str())
            .children(of_purpose.map(|(id, file)| entry(id, file)))
            .or_none()
    });
    let divisions = Purpose::ALL.into_iter().filter_map(|purpose| {
        let of_purpose = numbered.iter().filter(|(_, file)| file.purpose == purpose);
        Element::new("mets:div")
            .with("TYPE", purpose.as_str())
            .children(of_purpose.map(|(id, file)| {
                Element::new("mets:div")
                    .with("LABEL", file.name.unwrap_or(&file.path))
                    .child(Element::new("mets:fptr").with("FILEID", id))
            }))
            .or_none()
    });
    Element::new("mets:mets")
        .with("xmlns:mets", "http://www.loc.gov/METS/")
        .with("xmlns:xlink", "http://www.w3.org/1999/xlink")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with(
            "xmlns:oai_dc",
            "http://www.openarchives.org/OAI/2.0/oai_dc/",
        )
        .with("OBJID", format!("urn:uuid:{}", record.id))
        .with("LABEL", placed.title())
        .with("TYPE", "press release")
        .child(
            Element::new("mets:metsHdr")
                .with("CREATEDATE", &record.created_at)
                .child(
                    Element::new("mets:agent")
                        .with("ROLE", "CREATOR")
                        .with("TYPE", "OTHER")
                        .with("OTHERTYPE", "SOFTWARE")
                        .child(Element::of("mets:name", "Muragat")),
                ),
        )
        .child(
            Element::new("mets:dmdSec").with("ID", "description").child(
                Element::new("mets:mdWrap").with("MDTYPE", "DC").child(
                    Element::new("mets:xmlData")
                        .child(Element::new("oai_dc:dc").children(dublin_core::article(placed))),
                ),
            ),
        )
        .child(
            Element::new("mets:amdSec").child(
                Element::new("mets:digiprovMD")
                    .with("ID", "provenance")
                    .child(
                        Element::new("mets:mdRef")
                            .with("LOCTYPE", "URL")
                            .with("xlink:type", "simple")
                            .with("xlink:href", "article.premis.xml")
                            .with("MDTYPE", "PREMIS")
                            .with("MIMETYPE", "application/xml"),
                    ),
            ),
        )
        .child(Element::new("mets:fileSec").children(groups))
        .child(
            Element::new("mets:structMap")
                .with("TYPE", "logical")
                .child(
                    Element::new("mets:div")
                        .with("TYPE", "article")
                        .with("LABEL", &record.reference)
                        .with("DMDID", "description")
                        .with("ADMID", "provenance")
                        .children(divisions),
                ),
        )
        .document()
}

fn entry(id: &str, file: &KeptFile<'_>) -> Element {
    Element::new("mets:file")
        .with("ID", id)
        .with("MIMETYPE", &file.media_type)
        .with("SIZE", file.size.to_string())
        .with("CHECKSUM", &file.sha256)
        .with("CHECKSUMTYPE", "SHA-256")
        .child(
            Element::new("mets:FLocat")
                .with("LOCTYPE", "URL")
                .with("xlink:type", "simple")
                .with("xlink:href", href(&file.path)),
        )
}
