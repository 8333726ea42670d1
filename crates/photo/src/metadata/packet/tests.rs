//! What is read is written again, and any bytes are read.

use proptest::prelude::*;

use super::value::{Content, Packet, Value};
use crate::metadata::limits::NODES_MOST;
use crate::metadata::vocabularies::DC;
use crate::metadata::xmp::read_packet;

const PACKET: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="a program" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:q="http://ns.adobe.com/xmp/Identifier/qual/1.0/"
  xmlns:xap="http://ns.adobe.com/xap/1.0/" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" xmlns:ev="urn:event">
 <rdf:RDF><rdf:Description rdf:about="" crs:Version="15.4" xap:Rating="4">
  <dc:description><rdf:Alt><rdf:li xml:lang="kk">Мектеп</rdf:li><rdf:li xml:lang="x-default">&#1064;кола &lt;<![CDATA[b]]></rdf:li></rdf:Alt></dc:description>
  <crs:Link rdf:resource="http://example.org/a?b&amp;c"/>
  <crs:Curve><rdf:Seq><rdf:li>0, 0</rdf:li><rdf:li/></rdf:Seq></crs:Curve>
  <xap:Identifier><rdf:Bag><rdf:li rdf:parseType="Resource"><rdf:value>12</rdf:value><q:Scheme>A</q:Scheme></rdf:li></rdf:Bag></xap:Identifier>
  <dc:source xml:lang="ru" q:Scheme="B" rdf:value="Архив"/>
 </rdf:Description><rdf:Description rdf:about="" xmlns:crs="urn:other">
  <crs:History><rdf:Seq>
   <rdf:li ev:action="saved" ev:when="2026-02-27"/>
   <rdf:li><rdf:Description ev:action="cropped"><ev:by><rdf:Bag><rdf:li>x</rdf:li></rdf:Bag></ev:by></rdf:Description></rdf:li>
  </rdf:Seq></crs:History>
  <dc:format/>
 </rdf:Description></rdf:RDF>
</x:xmpmeta>"#;

#[test]
fn all_that_a_packet_has_is_written_again_in_one_form() {
    let packet = Packet::read(PACKET.as_bytes());
    let written = packet.write();
    let text = String::from_utf8(written.clone()).unwrap();
    let form = |lines: &str| {
        let wanted: Vec<&str> = lines.lines().map(str::trim).collect();
        let text: Vec<&str> = text.lines().map(str::trim).collect();
        let is_there = text
            .windows(wanted.len())
            .any(|lines| lines == wanted.as_slice());
        assert!(is_there, "{lines}\nin\n{text:#?}");
    };
    form(
        "<dc:description>\n<rdf:Alt>\n<rdf:li xml:lang=\"kk\">Мектеп</rdf:li>\n<rdf:li xml:lang=\"x-default\">Школа &lt;b</rdf:li>",
    );
    form(
        "<crs:Link rdf:resource=\"http://example.org/a?b&amp;c\"/>\n<crs:Version>15.4</crs:Version>",
    );
    form("<crs:Curve>\n<rdf:Seq>\n<rdf:li>0, 0</rdf:li>\n<rdf:li/>\n</rdf:Seq>");
    form(
        "<rdf:li rdf:parseType=\"Resource\">\n<rdf:value>12</rdf:value>\n<q:Scheme>A</q:Scheme>\n</rdf:li>",
    );
    form(
        "<dc:source xml:lang=\"ru\" rdf:parseType=\"Resource\">\n<rdf:value>Архив</rdf:value>\n<q:Scheme>B</q:Scheme>",
    );
    // A vocabulary of the same prefix has another one.
    form(
        "<ns1:History>\n<rdf:Seq>\n<rdf:li rdf:parseType=\"Resource\">\n<ev:action>saved</ev:action>\n<ev:when>2026-02-27</ev:when>",
    );
    form("<ev:action>cropped</ev:action>\n<ev:by>\n<rdf:Bag>\n<rdf:li>x</rdf:li>");
    form("<dc:format/>");
    form("<xmp:Rating>4</xmp:Rating>");
    let again = Packet::read(&written);
    assert_eq!(again.write(), written);
    assert_eq!(again.properties.len(), packet.properties.len());
    assert_eq!(
        read_packet(&written)
            .0
            .text(crate::metadata::xmp::Namespace::Dc, "source")
            .as_deref(),
        Some("Архив")
    );
}

#[test]
fn the_first_of_two_packets_holds_and_nothing_of_unordered_arrays_is_lost() {
    let packet = |properties: &str| {
        Packet::read(
            format!("<a xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{properties}</a>")
                .as_bytes(),
        )
    };
    let bag = |words: &[&str]| {
        let items: String = words
            .iter()
            .map(|word| format!("<rdf:li>{word}</rdf:li>"))
            .collect();
        format!("<dc:subject><rdf:Bag>{items}</rdf:Bag></dc:subject>")
    };
    let mut first = packet(&format!(
        "{}<dc:source>A</dc:source><dc:format> </dc:format>",
        bag(&["a", "b"])
    ));
    first.complete_with(packet(&format!(
        "{}<dc:source>B</dc:source><dc:format>C</dc:format>",
        bag(&["b", "c"])
    )));
    let texts = |name| first.get(DC, name).map(Value::as_texts);
    assert_eq!(texts("subject"), Some(vec!["a", "b", "c"]));
    assert_eq!(texts("source"), Some(vec!["A"]));
    assert_eq!(texts("format"), Some(vec!["C"]));
}

#[test]
fn what_nests_too_deep_has_too_many_parts_or_names_that_are_none_is_left_out() {
    Packet::read(format!("<a>{}", "<b>".repeat(100_000)).as_bytes());
    let many = format!(
        "<a xmlns:dc='{DC}'>{}</a>",
        "<dc:a>b</dc:a>".repeat(NODES_MOST * 2)
    );
    assert_eq!(Packet::read(many.as_bytes()).properties.len(), 1);
    let named = Packet::read(
        format!("<a xmlns:dc='{DC}'><dc:1a>b</dc:1a><dc:b>\u{1}c</dc:b></a>").as_bytes(),
    );
    assert_eq!(named.properties.len(), 1);
    assert!(!named.write().contains(&1));
    let vocabulary = "<a:b xmlns:a='urn:a?b&amp;c'>d</a:b>";
    let written = Packet::read(vocabulary.as_bytes()).write();
    assert!(
        String::from_utf8(written)
            .unwrap()
            .contains("xmlns:a=\"urn:a?b&amp;c\"")
    );
    let broken = PACKET.replace("<dc:source", "<<");
    let kept = Packet::read(broken.as_bytes());
    assert!(
        kept.get(DC, "description")
            .is_some_and(|value| matches!(value.content, Content::Array(..)))
    );
}

proptest! {
    #[test]
    fn any_change_of_a_packet_is_read_and_written(at in 0..PACKET.len(), byte in any::<u8>(), end in 0..PACKET.len()) {
        let mut bytes = PACKET.as_bytes().to_vec();
        bytes[at] = byte;
        for bytes in [&bytes[..], &bytes[..end]] {
            let written = Packet::read(bytes).write();
            prop_assert!(read_packet(&written).1, "{}", String::from_utf8_lossy(&written));
            let again = Packet::read(&written).write();
            prop_assert!(again == written, "{}", String::from_utf8_lossy(&written));
        }
    }
}
