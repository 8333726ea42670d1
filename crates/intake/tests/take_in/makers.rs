//! Documents and pictures as small as their readers take them.

use std::io::{Cursor, Write};

use base64::Engine;
use image::{ImageFormat, RgbImage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip of entries.
pub fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A picture of a scene, `width` by `height`: of one number the same scene in each size.
pub fn picture(scene: u32, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let across = f64::from(x) / f64::from(width);
        let down = f64::from(y) / f64::from(height);
        let scene = f64::from(scene);
        let wave = (across * (9.0 + scene * 2.0) + scene).sin()
            + (down * (7.0 + scene * 3.0) + scene * 2.0).cos();
        let shade = 128.0 + wave * 55.0;
        image::Rgb([shade as u8, (shade * 0.9) as u8, (255.0 - shade) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A document of Word: a line a paragraph, then pictures with what is written below them.
pub fn docx(text: &str, pictures: &[(&[u8], Option<&str>)]) -> Vec<u8> {
    let spaces = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
        xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
        xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' \
        xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
        xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'";
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let mut body: String = text.lines().map(paragraph).collect();
    let mut relations = String::new();
    let mut media = Vec::new();
    for (at, (bytes, caption)) in pictures.iter().enumerate() {
        body += &format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='{at}' name='p'/><a:graphic><a:graphicData>\
             <pic:pic><pic:blipFill><a:blip r:embed='i{at}'/></pic:blipFill></pic:pic></a:graphicData>\
             </a:graphic></wp:inline></w:drawing></w:r></w:p>"
        );
        body += &caption.map(paragraph).unwrap_or_default();
        relations +=
            &format!("<Relationship Id='i{at}' Type='{relation}/image' Target='media/{at}.jpg'/>");
        media.push((format!("word/media/{at}.jpg"), *bytes));
    }
    let document = format!("<w:document {spaces}><w:body>{body}</w:body></w:document>");
    let root = format!(
        "<Relationships><Relationship Id='r' Type='{relation}/officeDocument' Target='word/document.xml'/></Relationships>"
    );
    let relations = format!("<Relationships>{relations}</Relationships>");
    let types = "<Types><Override PartName='/word/document.xml' ContentType=\
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let mut entries: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", types.as_bytes()),
        ("_rels/.rels", root.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", relations.as_bytes()),
    ];
    entries.extend(media.iter().map(|(name, bytes)| (name.as_str(), *bytes)));
    zip_of(&entries)
}

/// A mail of a press service with files attached. `id` goes into its message id.
pub fn mail(id: &str, subject: &str, text: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let encoded = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    let word = |words: &str| format!("=?utf-8?B?{}?=", encoded(words.as_bytes()));
    let mut mail = format!(
        "From: {} <press@audan.kz>\r\nTo: arhiv@audan.kz\r\nSubject: {}\r\n\
         Date: Fri, 27 Feb 2026 10:00:00 +0500\r\nMessage-ID: <{id}@audan.kz>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b{id}\r\n\r\n\
         --b{id}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
        word("Баспасөз қызметі"),
        word(subject),
        encoded(text.replace('\n', "\r\n").as_bytes()),
    );
    for (name, bytes) in files {
        mail += &format!(
            "--b{id}\r\nContent-Type: application/octet-stream; name=\"{name}\"\r\n\
             Content-Disposition: attachment; filename=\"{name}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            encoded(bytes),
            name = word(name),
        );
    }
    mail += &format!("--b{id}--\r\n");
    mail.into_bytes()
}
