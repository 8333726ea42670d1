//! What Outlook sends to others as winmail.dat: a row of attributes, some of which hold rows of properties (MS-OXTNEF).

use super::mapi::{BODY, Bag, DATA, SUBJECT, SUBMITTED, Value, make_file, make_mail};
use crate::budget::Budget;
use crate::document::{Document, Doubt};
use crate::format::Format;
use crate::formats::mail::{MailPart, compose, find_safe_name};
use crate::refusal::Refusal;

const ATTRIBUTE_SUBJECT: u32 = 0x0001_8004;
const ATTRIBUTE_SENT: u32 = 0x0003_8005;
const ATTRIBUTE_BODY: u32 = 0x0002_800C;
const ATTRIBUTE_CODE_PAGE: u32 = 0x0006_9007;
const ATTRIBUTE_PROPERTIES: u32 = 0x0006_9003;
const ATTRIBUTE_FILE_BEGINS: u32 = 0x0006_9002;
const ATTRIBUTE_FILE_DATA: u32 = 0x0006_800F;
const ATTRIBUTE_FILE_TITLE: u32 = 0x0001_8010;
const ATTRIBUTE_FILE_PROPERTIES: u32 = 0x0006_9005;
const CODE_PAGE: u16 = 0x3FFD;

/// Reads a winmail.dat.
///
/// # Errors
/// See [`Refusal`].
pub(crate) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Document, Refusal> {
    budget.take_bytes(bytes.len(), "mail")?;
    let mut rest = Bytes(bytes);
    let mut bag = Bag::default();
    let mut files: Vec<OfFile> = Vec::new();
    // its sign and a key
    rest.take(6);
    let mut is_whole = true;
    // some programs write a few bytes more behind
    while rest.0.len() >= 9 {
        let Some((id, data)) = take_attribute(&mut rest) else {
            is_whole = false;
            break;
        };
        budget.take_part("mail")?;
        match id {
            ATTRIBUTE_SUBJECT => bag.add(SUBJECT, Value::Narrow(data.to_vec())),
            ATTRIBUTE_BODY => bag.add(BODY, Value::Narrow(data.to_vec())),
            ATTRIBUTE_SENT => {
                if let Some(ticks) = read_time(data) {
                    bag.add(SUBMITTED, Value::Number(ticks));
                }
            }
            ATTRIBUTE_CODE_PAGE => {
                if let Some(page) = Bytes(data).take_u32() {
                    bag.add(CODE_PAGE, Value::Number(page.into()));
                }
            }
            ATTRIBUTE_PROPERTIES => is_whole &= read_properties(data, &mut bag, budget)?,
            ATTRIBUTE_FILE_BEGINS => files.push(OfFile::default()),
            ATTRIBUTE_FILE_DATA => {
                if let Some(file) = files.last_mut() {
                    file.bytes = data.to_vec();
                }
            }
            ATTRIBUTE_FILE_TITLE => {
                if let Some(file) = files.last_mut() {
                    file.title = data.to_vec();
                }
            }
            ATTRIBUTE_FILE_PROPERTIES => {
                if let Some(file) = files.last_mut() {
                    is_whole &= read_properties(data, &mut file.bag, budget)?;
                }
            }
            _ => {}
        }
    }
    let charset = bag.charset();
    let parts = files.into_iter().map(|file| file.finish(charset)).collect();
    let mail = make_mail(&bag, parts, budget)?;
    let mut document = compose(mail, Format::Tnef, budget)?;
    if !is_whole {
        document.doubts.push(Doubt::Damaged);
    }
    Ok(document)
}

/// A file while its attributes come.
#[derive(Default)]
struct OfFile {
    title: Vec<u8>,
    bytes: Vec<u8>,
    bag: Bag,
}

impl OfFile {
    fn finish(mut self, charset: Option<&str>) -> MailPart {
        let mut part = make_file(&mut self.bag, charset);
        if part.name.is_none() {
            let mut title = Bag::default();
            title.add(SUBJECT, Value::Narrow(self.title));
            let title = title.text(SUBJECT, charset);
            part.name = title.and_then(|title| find_safe_name(&title));
        }
        // a mail within a mail: its own row of attributes, behind the number of its kind
        const SIGN: &[u8] = b"\x78\x9F\x3E\x22";
        if part.bytes.get(16..20) == Some(SIGN) {
            part.bytes.drain(..16);
            part.declared_type = Some(Format::Tnef.media_type().to_owned());
        } else if part.bytes.is_empty() {
            part.bytes = self.bytes;
        }
        part
    }
}

fn take_attribute<'a>(rest: &mut Bytes<'a>) -> Option<(u32, &'a [u8])> {
    rest.take(1)?;
    let id = rest.take_u32()?;
    let length = usize::try_from(rest.take_u32()?).ok()?;
    let data = rest.take(length)?;
    // a checksum
    rest.take(2);
    Some((id, data))
}

/// Reads a row of properties; false where it breaks off.
fn read_properties(data: &[u8], bag: &mut Bag, budget: &mut Budget) -> Result<bool, Refusal> {
    let mut rest = Bytes(data);
    let Some(count) = rest.take_u32() else {
        return Ok(false);
    };
    for _ in 0..count {
        budget.take_part("mail")?;
        let Some((id, value)) = take_property(&mut rest) else {
            return Ok(false);
        };
        if let Some(value) = value {
            let length = match &value {
                Value::Narrow(bytes) | Value::Bytes(bytes) => bytes.len(),
                Value::Wide(text) => text.len(),
                Value::Number(_) => 8,
            };
            budget.take_bytes(length, "mail")?;
            bag.add(id, value);
        }
    }
    Ok(true)
}

fn take_property(rest: &mut Bytes<'_>) -> Option<(u16, Option<Value>)> {
    let kind = rest.take_u16()?;
    let id = rest.take_u16()?;
    if id >= 0x8000 {
        rest.take(16)?;
        if rest.take_u32()? == 0 {
            rest.take(4)?;
        } else {
            rest.take_padded()?;
        }
    }
    let is_many = kind & 0x1000 != 0;
    let kind = kind & 0x0FFF;
    let is_long = matches!(kind, 0x000D | 0x001E | 0x001F | 0x0102);
    let count = if is_many || is_long {
        rest.take_u32()?
    } else {
        1
    };
    let mut first = None;
    for _ in 0..count {
        let value = match kind {
            0x0002 | 0x000B | 0x0003 => {
                let number = rest.take_u32()?;
                let number = if kind == 3 { number } else { number & 0xFFFF };
                Some(Value::Number(number.into()))
            }
            0x0004 | 0x000A => {
                rest.take(4)?;
                None
            }
            0x0005..=0x0007 => {
                rest.take(8)?;
                None
            }
            0x0014 | 0x0040 => {
                let low = rest.take_u32()?;
                let high = rest.take_u32()?;
                Some(Value::Number(u64::from(high) << 32 | u64::from(low)))
            }
            0x0048 => {
                rest.take(16)?;
                None
            }
            0x001E => Some(Value::Narrow(rest.take_padded()?.to_vec())),
            0x001F => Some(Value::of_wide(rest.take_padded()?)),
            0x0102 => Some(Value::Bytes(rest.take_padded()?.to_vec())),
            0x000D => {
                let object = rest.take_padded()?;
                (id == DATA).then(|| Value::Bytes(object.to_vec()))
            }
            _ => return None,
        };
        first = first.or(value);
    }
    Some((id, first))
}

/// A time as seven numbers, to what Outlook counts.
fn read_time(data: &[u8]) -> Option<u64> {
    let mut rest = Bytes(data);
    let mut next = || rest.take_u16();
    let (year, month, day) = (next()?, next()?, next()?);
    let (hour, minute, second) = (next()?, next()?, next()?);
    let day = chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let moment = day.and_hms_opt(hour.into(), minute.into(), second.into())?;
    let seconds = moment.and_utc().timestamp() + 11_644_473_600;
    u64::try_from(seconds).ok()?.checked_mul(10_000_000)
}

/// Bytes that are taken from the front.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn take_u16(&mut self) -> Option<u16> {
        let bytes = self.take(2)?.first_chunk::<2>()?;
        Some(u16::from_le_bytes(*bytes))
    }

    fn take_u32(&mut self) -> Option<u32> {
        let bytes = self.take(4)?.first_chunk::<4>()?;
        Some(u32::from_le_bytes(*bytes))
    }

    /// A length, so many bytes, and what fills them up to four.
    fn take_padded(&mut self) -> Option<&'a [u8]> {
        let length = usize::try_from(self.take_u32()?).ok()?;
        let bytes = self.take(length)?;
        let fill = length.next_multiple_of(4) - length;
        self.take(fill.min(self.0.len()))?;
        Some(bytes)
    }
}
