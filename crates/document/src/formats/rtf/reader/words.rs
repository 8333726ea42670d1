//! What the control words of Rich Text do.

use super::Reader;
use crate::code_pages;
use crate::document::LeftOutKind;
use crate::formats::rtf::picture::{Drawing, Kind};
use crate::formats::rtf::state::{Destination, Property, Story};
use crate::refusal::Refusal;

impl Reader<'_> {
    /// Words that begin a destination or set what holds.
    pub(super) fn take_word(&mut self, word: &[u8], number: Option<i32>) -> Result<(), Refusal> {
        if word == b"u" {
            let unit = number.unwrap_or(0) as u16;
            if self.skip > 0 {
                self.skip -= 1;
                return Ok(());
            }
            if self.state.destination != Destination::Skip {
                self.push_unit(unit);
            }
            self.skip = self.state.fallback;
            return Ok(());
        }
        if self.state.destination == Destination::Skip && word != b"ud" {
            return Ok(());
        }
        if self.take_destination(word)? {
            return Ok(());
        }
        // a destination that nobody here knows
        if self.state.starred {
            self.flush();
            self.state.destination = Destination::Skip;
            return Ok(());
        }
        if self.take_setting(word, number) {
            return Ok(());
        }
        self.take_text_word(word)
    }

    fn take_destination(&mut self, word: &[u8]) -> Result<bool, Refusal> {
        let destination = match word {
            b"fonttbl" => Destination::FontTable,
            b"stylesheet" => Destination::StyleSheet,
            b"title" if !self.groups.is_empty() => Destination::Property(Property::Title),
            b"author" => Destination::Property(Property::Author),
            b"generator" => Destination::Property(Property::Generator),
            b"creatim" => Destination::Created,
            b"pict" => Destination::Picture,
            b"sn" => Destination::ShapeName,
            b"sv" => Destination::ShapeValue,
            b"header" | b"headerl" | b"headerr" | b"headerf" | b"footer" | b"footerl"
            | b"footerr" | b"footerf" => {
                self.begin_story(Story::PageHeader)?;
                return Ok(true);
            }
            b"footnote" => {
                self.begin_story(Story::Note)?;
                return Ok(true);
            }
            b"annotation" => {
                self.begin_story(Story::Comment)?;
                return Ok(true);
            }
            b"shptxt" | b"dptxbxtext" => {
                self.begin_story(Story::TextBox)?;
                return Ok(true);
            }
            b"object" => {
                self.document.leave_out(LeftOutKind::Object, "");
                return Ok(true);
            }
            b"ud" => Destination::Text,
            // these carry what is read, though a star stands before them
            b"shppict" | b"shpinst" | b"picprop" | b"do" | b"sp" | b"fldrslt" | b"result"
            | b"shpgrp" => return Ok(true),
            b"listtext" | b"pntext" => {
                self.flush();
                self.state.destination = match self.state.destination {
                    Destination::Text => Destination::ListMark,
                    _ => Destination::Skip,
                };
                self.mark.clear();
                // the group in which it stands is the paragraph
                if let Some(outer) = self.groups.last_mut() {
                    outer.list.get_or_insert(0);
                }
                return Ok(true);
            }
            b"nonshppict"
            | b"shprslt"
            | b"fldinst"
            | b"colortbl"
            | b"filetbl"
            | b"revtbl"
            | b"xe"
            | b"tc"
            | b"tcn"
            | b"rxe"
            | b"txe"
            | b"bkmkstart"
            | b"bkmkend"
            | b"atnid"
            | b"atnauthor"
            | b"ftnsep"
            | b"ftnsepc"
            | b"ftncn"
            | b"aftnsep"
            | b"aftnsepc"
            | b"aftncn"
            | b"pn"
            | b"listtable"
            | b"listoverridetable"
            | b"objdata"
            | b"objclass"
            | b"objname"
            | b"keywords"
            | b"subject"
            | b"doccomm"
            | b"operator"
            | b"company"
            | b"manager"
            | b"category"
            | b"comment"
            | b"revtim"
            | b"printim"
            | b"buptim"
            | b"hlinkbase"
            | b"upr"
            | b"private"
            | b"template"
            | b"nonesttables"
            | b"panose"
            | b"falt"
            | b"fname"
            | b"fontemb"
            | b"formfield"
            | b"datafield"
            | b"themedata"
            | b"colorschememapping"
            | b"latentstyles"
            | b"datastore"
            | b"wgrffmtfilter"
            | b"userprops"
            | b"xmlnstbl"
            | b"background"
            | b"htmltag"
            | b"mhtmltag" => Destination::Skip,
            // the end of a row within a table is among the words of the last
            b"info" | b"nesttableprops" => return Ok(true),
            _ => return Ok(false),
        };
        self.flush();
        if destination == Destination::Picture {
            self.drawing = Drawing::default();
        }
        if destination == Destination::Created {
            self.date = [0; 6];
        }
        self.state.destination = destination;
        Ok(true)
    }

    /// Words that set what holds from here on.
    fn take_setting(&mut self, word: &[u8], number: Option<i32>) -> bool {
        let on = number != Some(0);
        let value = number.unwrap_or(0);
        let small = u8::try_from(value).ok();
        let in_table_of_fonts = self.state.destination == Destination::FontTable;
        // the font of a run decides how it is mended
        if matches!(word, b"f" | b"plain" | b"v" | b"deleted") {
            self.flush_run();
        }
        match word {
            b"ansi" => self.default_page = 1252,
            b"mac" => self.default_page = 10000,
            b"pc" | b"pca" => self.default_page = 437,
            b"ansicpg" => match u16::try_from(value) {
                Ok(page) if page > 0 => self.default_page = page,
                _ => {}
            },
            // where no code page is named the language tells it
            b"deflang" if self.default_page == 1252 => {
                self.default_page = u16::try_from(value).map_or(1252, code_pages::of_language);
            }
            b"deff" => {
                self.default_font = value;
                self.state.font = value;
            }
            b"f" if in_table_of_fonts => {
                self.font_in_table = value;
                self.fonts.insert(value, super::Font::default());
            }
            b"f" => self.state.font = value,
            b"fcharset" if in_table_of_fonts => {
                let font = self.fonts.entry(self.font_in_table).or_default();
                font.page = small.and_then(code_pages::of_charset);
                font.is_symbol = value == 2;
            }
            b"cpg" if in_table_of_fonts => {
                let font = self.fonts.entry(self.font_in_table).or_default();
                font.page = u16::try_from(value).ok();
            }
            b"uc" => self.state.fallback = usize::try_from(value).unwrap_or(1).min(16),
            b"pard" => self.state.reset_paragraph(),
            b"plain" => self.state.reset_characters(self.default_font),
            b"v" => self.state.hidden = on,
            b"deleted" => self.state.deleted = on,
            b"intbl" => self.state.in_table = on,
            b"itap" => {
                self.state.table_depth = usize::try_from(value).unwrap_or(0);
                self.state.in_table = value > 0;
            }
            b"ls" => {
                if value > 0 {
                    self.state.list.get_or_insert(0);
                }
            }
            b"ilvl" => {
                if let Some(level) = small {
                    self.state.list = Some(level.min(8));
                }
            }
            b"outlinelevel" => self.state.outline = small,
            b"s" => self.state.style = value,
            b"yr" => self.date[0] = value,
            b"mo" => self.date[1] = value,
            b"dy" => self.date[2] = value,
            b"hr" => self.date[3] = value,
            b"min" => self.date[4] = value,
            b"sec" => self.date[5] = value,
            b"jpegblip" => self.drawing.kind = Some(Kind::Jpeg),
            b"pngblip" => self.drawing.kind = Some(Kind::Png),
            b"wmetafile" => self.drawing.kind = Some(Kind::Metafile),
            b"emfblip" => self.drawing.kind = Some(Kind::EnhancedMetafile),
            b"dibitmap" | b"wbitmap" => self.drawing.kind = Some(Kind::Bitmap),
            b"macpict" => self.drawing.kind = Some(Kind::Macintosh),
            _ => return false,
        }
        true
    }

    /// Words that stand for text or end a piece of it.
    fn take_text_word(&mut self, word: &[u8]) -> Result<(), Refusal> {
        let c = match word {
            b"par" | b"sect" | b"page" | b"column" => return self.end_paragraph(),
            b"cell" | b"nestcell" => return self.end_cell(word == b"nestcell"),
            b"row" | b"nestrow" => return self.end_row(word == b"nestrow"),
            b"line" | b"lbr" => '\n',
            b"tab" => '\t',
            b"emdash" => '—',
            b"endash" => '–',
            b"emspace" => '\u{2003}',
            b"enspace" => '\u{2002}',
            b"qmspace" => '\u{2005}',
            b"bullet" => '•',
            b"lquote" => '‘',
            b"rquote" => '’',
            b"ldblquote" => '“',
            b"rdblquote" => '”',
            b"zwj" => '\u{200d}',
            b"zwnj" => '\u{200c}',
            _ => return Ok(()),
        };
        self.push_char(c);
        Ok(())
    }
}
