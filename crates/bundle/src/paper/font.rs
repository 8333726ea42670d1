//! The documents' fonts: both weights of Golos Text with all Kazakh letters, and how wide their words are.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use ttf_parser::{Face, OutlineBuilder};

const REGULAR: &[u8] = include_bytes!("../../fonts/GolosText-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/GolosText-Bold.ttf");

/// What stands for a letter that the font lacks. The page beside the PDF has the letter itself.
const LACKING: char = '?';

/// What glyphs are drawn by.
pub(crate) trait DrawGlyph: OutlineBuilder {
    /// The next glyph begins so far from the beginning of the line; its units are multiplied by `scale`.
    fn begin(&mut self, across: f32, scale: f32);
}

/// A weight of the font.
pub(crate) struct FontWeight {
    /// As it goes into the PDF, cut down to the letters used.
    pub font: Font,
    face: Face<'static>,
    /// Units in an em.
    em: f32,
}

impl FontWeight {
    fn load(bytes: &'static [u8]) -> Option<FontWeight> {
        let face = Face::parse(bytes, 0).ok()?;
        Some(FontWeight {
            font: Font::new(bytes.into(), 0)?,
            em: f32::from(face.units_per_em()),
            face,
        })
    }

    /// A text as the font can write it: without controls, with a mark for each letter that it lacks.
    pub fn writable(&self, text: &str) -> String {
        text.chars()
            .map(|c| match c {
                // ISO 19005-2 (6.2.11.7.2) lets no letter mean U+0000, U+FEFF or U+FFFE
                c if c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}') => ' ',
                // glyph 0 is the font's own sign for what it lacks: an archive's PDF must not show it
                c if self.face.glyph_index(c).is_some_and(|index| index.0 != 0) => c,
                c if c.is_whitespace() => ' ',
                _ => LACKING,
            })
            .collect()
    }

    /// The glyphs of a writable text, one a letter.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        text.char_indices()
            .map(|(at, c)| {
                let index = self.face.glyph_index(c).unwrap_or_default();
                let advance = self.face.glyph_hor_advance(index).unwrap_or_default();
                KrillaGlyph::new(
                    GlyphId::new(u32::from(index.0)),
                    f32::from(advance) / self.em,
                    0.0,
                    0.0,
                    0.0,
                    at..at + c.len_utf8(),
                    None,
                )
            })
            .collect()
    }

    /// Draws the glyphs of a writable text, one after the other, in units of which an em has `size`: `draw` is given where
    /// each begins on the line, the outline of each through it.
    pub fn outline(&self, text: &str, size: f32, draw: &mut impl DrawGlyph) {
        let scale = size / self.em;
        let mut across = 0.0;
        for c in text.chars() {
            let index = self.face.glyph_index(c).unwrap_or_default();
            draw.begin(across, scale);
            // A glyph without an outline, as a blank, is drawn as nothing.
            let _ = self.face.outline_glyph(index, draw);
            let advance = self.face.glyph_hor_advance(index).unwrap_or_default();
            across += f32::from(advance) * scale;
        }
    }

    /// How wide a writable text is at a size, both in points.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        let glyphs = self.glyphs(text);
        glyphs.iter().map(|glyph| glyph.x_advance * size).sum()
    }

    /// A text in lines of at most a width: broken between messages, and within one that is longer than a line.
    pub fn lines(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let text = self.writable(text);
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let longer = match line.is_empty() {
                true => word.to_owned(),
                false => format!("{line} {word}"),
            };
            if self.width(&longer, size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            for c in word.chars() {
                line.push(c);
                if self.width(&line, size) > width && line.chars().count() > 1 {
                    line.pop();
                    lines.push(std::mem::replace(&mut line, c.to_string()));
                }
            }
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }
}

/// Both weights.
pub(crate) struct Fonts {
    /// For running text.
    pub regular: FontWeight,
    /// For titles and totals.
    pub bold: FontWeight,
}

impl Fonts {
    /// Reads the fonts that are shipped inside; none if they were damaged when the program was built.
    pub fn load() -> Option<Fonts> {
        Some(Fonts {
            regular: FontWeight::load(REGULAR)?,
            bold: FontWeight::load(BOLD)?,
        })
    }

    /// One of both.
    pub fn weight(&self, bold: bool) -> &FontWeight {
        match bold {
            true => &self.bold,
            false => &self.regular,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_both_languages_is_in_both_weights() {
        let fonts = Fonts::load().unwrap();
        let letters = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя0123456789«»–—№“”„…’,.;:!?()[]/%+=@&\u{a0}";
        for bold in [false, true] {
            assert_eq!(fonts.weight(bold).writable(letters), letters);
        }
        assert_eq!(fonts.regular.writable("a\u{7}b\n漢"), "a b ?");
    }

    #[test]
    fn lines_break_between_words_and_within_a_long_one() {
        let font = Fonts::load().unwrap().regular;
        let lines = font.lines("Қазақстан Республикасының Ұлттық архив қоры", 10.0, 120.0);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| font.width(line, 10.0) <= 120.0));
        assert_eq!(
            lines.join(" "),
            "Қазақстан Республикасының Ұлттық архив қоры"
        );
        let long = "ә".repeat(300);
        let lines = font.lines(&long, 10.0, 60.0);
        assert!(lines.len() > 10 && lines.iter().all(|line| font.width(line, 10.0) <= 60.0));
        assert_eq!(lines.concat(), long);
        assert_eq!(font.lines("", 10.0, 60.0), [""]);
    }
}
