//! Letters of fonts that have signs in the places of letters.

use crate::xml::Element;

/// The signs of the font Symbol from 0x20 on; a blank where it has none.
const SYMBOL: &str = concat!(
    " !∀#∃%&∍()∗+,−./0123456789:;<=>?",
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼ ",
    "                                ",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ",
);

/// Signs of the Wingdings that stand in letters and releases.
const WINGDINGS: [(u8, char); 30] = [
    (0x21, '✏'),
    (0x22, '✂'),
    (0x28, '☎'),
    (0x29, '✆'),
    (0x2A, '✉'),
    (0x4A, '☺'),
    (0x4C, '☹'),
    (0x6C, '●'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '❑'),
    (0x72, '❒'),
    (0x73, '⬧'),
    (0x74, '⧫'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '⬥'),
    (0x9E, '·'),
    (0x9F, '•'),
    (0xA1, '○'),
    (0xA7, '▪'),
    (0xA8, '◻'),
    (0xD8, '➢'),
    (0xDF, '←'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFE, '☑'),
];

/// Reads a sign that is given by its font and its place there.
pub(super) fn read_symbol(element: Element) -> Option<char> {
    let code = u32::from_str_radix(element.attribute("char")?.trim(), 16).ok()?;
    let font = element.attribute("font").unwrap_or_default();
    find_sign(&font, code).or_else(|| match code {
        // Without its font it is a sign that nobody can tell.
        0xF000..=0xF0FF if is_of_signs(&font) => Some('•'),
        0xF000..=0xF0FF => char::from_u32(code - 0xF000),
        code => char::from_u32(code),
    })
}

/// Reads words of a font of signs; words of any other font stay as they are.
pub(super) fn read_symbols(words: &str, font: Option<&str>) -> String {
    let private = |c: char| ('\u{f020}'..='\u{f0ff}').contains(&c);
    if !words.contains(private) {
        return words.to_owned();
    }
    let font = font.unwrap_or("Symbol");
    let read = |c: char| match private(c) {
        true => find_sign(font, u32::from(c)).unwrap_or('•'),
        false => c,
    };
    words.chars().map(read).collect()
}

fn is_of_signs(font: &str) -> bool {
    font.eq_ignore_ascii_case("Symbol") || font.contains("ingdings") || font.contains("ebdings")
}

fn find_sign(font: &str, code: u32) -> Option<char> {
    let code = match code {
        0xF000..=0xF0FF => code - 0xF000,
        code => code,
    };
    if font.eq_ignore_ascii_case("Symbol") {
        let sign = SYMBOL
            .chars()
            .nth(usize::try_from(code).ok()?.checked_sub(0x20)?)?;
        return (sign != ' ' || code == 0x20).then_some(sign);
    }
    if font.eq_ignore_ascii_case("Wingdings") {
        let sign = WINGDINGS
            .iter()
            .find(|(place, _)| u32::from(*place) == code)?;
        return Some(sign.1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_symbol_has_a_sign_for_each_place() {
        assert_eq!(SYMBOL.chars().count(), 0xE0);
        assert_eq!(find_sign("Symbol", 0xF0B7), Some('•'));
        assert_eq!(find_sign("Symbol", 0x61), Some('α'));
        assert_eq!(find_sign("Symbol", 0xB3), Some('≥'));
        assert_eq!(find_sign("Symbol", 0xE5), Some('∑'));
    }

    #[test]
    fn words_of_other_fonts_stay() {
        assert_eq!(read_symbols("Әлем", Some("Times New Roman")), "Әлем");
        assert_eq!(read_symbols("\u{f0fc} иә", Some("Wingdings")), "✓ иә");
    }
}
