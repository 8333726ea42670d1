//! Files that are made to cost: streams that unfold to gigabytes, forms that draw each other a million times.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::dict::keys::{FORM, RESOURCES, SUBTYPE};
use hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, Stream};
use hayro_interpret::hayro_syntax::page::{Page, Resources};

use crate::budget::Budget;
use crate::refusal::Refusal;

/// What one stream may unfold to; pictures are measured where they are taken.
const MOST_OF_ONE: u64 = 64 << 20;
/// How many forms a page may draw, those in forms counted each time.
const MOST_FORMS: u64 = 20_000;
const DEEPEST_FORM: usize = 50;

/// Unfolds the streams of a file to nothing, to see how large they are before anything keeps them.
///
/// # Errors
/// [`Refusal::TooLarge`].
pub(super) fn measure_streams(bytes: &[u8], budget: &mut Budget) -> Result<(), Refusal> {
    let mut at = 0;
    while let Some(found) = find(bytes.get(at..).unwrap_or_default(), b"stream") {
        let word = at + found;
        at = word + 6;
        let before = bytes
            .get(word.saturating_sub(600)..word)
            .unwrap_or_default();
        if before.ends_with(b"end") {
            continue;
        }
        let body = bytes.get(at..).unwrap_or_default();
        let body = body.strip_prefix(b"\r").unwrap_or(body);
        let body = body.strip_prefix(b"\n").unwrap_or(body);
        let dictionary = match rfind(before, b"obj") {
            Some(begin) => before.get(begin..).unwrap_or_default(),
            None => before,
        };
        if find(dictionary, b"/Image").is_some() {
            continue;
        }
        let count = measure_chain(dictionary, body);
        if count > MOST_OF_ONE {
            return Err(Refusal::TooLarge {
                what: "a stream".to_owned(),
            });
        }
        budget.take_bytes(usize::try_from(count).unwrap_or(usize::MAX), "streams")?;
    }
    Ok(())
}

/// How much a stream unfolds to, where it was folded by several means one after the other.
fn measure_chain(dictionary: &[u8], body: &[u8]) -> u64 {
    let mut names = dictionary;
    let mut folded: Option<Vec<u8>> = None;
    let mut most = 0;
    // the names of the means stand in their order
    while let Some(at) = find(names, b"Decode") {
        let name = names.get(..at).unwrap_or_default();
        names = names.get(at + 6..).unwrap_or_default();
        let input = folded.as_deref().unwrap_or(body);
        let unfolded = if name.ends_with(b"/Flate") {
            let mut unfolded = Vec::new();
            // what breaks off is taken so far as it goes
            let _ = ZlibDecoder::new(input)
                .take(MOST_OF_ONE + 1)
                .read_to_end(&mut unfolded);
            unfolded
        } else if name.ends_with(b"/ASCII85") {
            decode_85(input)
        } else if name.ends_with(b"/LZW") {
            return measure_lzw(input).max(most);
        } else {
            return most;
        };
        most = most.max(unfolded.len() as u64);
        if most > MOST_OF_ONE {
            return most;
        }
        folded = Some(unfolded);
    }
    most
}

fn decode_85(text: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut group: u32 = 0;
    let mut count = 0;
    for byte in text {
        match byte {
            b'z' if count == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group = group.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                count += 1;
                if count == 5 {
                    bytes.extend(group.to_be_bytes());
                    (group, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    bytes
}

/// How many bytes a stream of LZW unfolds to: each code stands for one byte more than the code before it.
fn measure_lzw(folded: &[u8]) -> u64 {
    let mut lengths: Vec<u64> = Vec::new();
    let (mut bits, mut count, mut width) = (0_u32, 0, 9);
    let mut sum = 0;
    let mut last = 0;
    for byte in folded {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        if count < width {
            continue;
        }
        count -= width;
        let code = (bits >> count & ((1 << width) - 1)) as usize;
        match code {
            256 => {
                lengths.clear();
                width = 9;
                last = 0;
                continue;
            }
            257 => break,
            _ => {}
        }
        let length = match code {
            0..256 => 1,
            code => lengths.get(code - 258).copied().unwrap_or(last + 1),
        };
        sum += length;
        if last > 0 && lengths.len() < 4096 - 258 {
            lengths.push(last + 1);
        }
        last = length;
        width = match lengths.len() + 259 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if sum > MOST_OF_ONE {
            break;
        }
    }
    sum
}

/// How many bytes a stream unfolds to, so far as it does; one more than `most` where there are more.
pub(super) fn measure(folded: &[u8], most: u64) -> u64 {
    let mut unfolding = ZlibDecoder::new(folded).take(most + 1);
    let mut count = 0;
    let mut buffer = [0; 16 << 10];
    while let Ok(read @ 1..) = unfolding.read(&mut buffer) {
        count += read as u64;
    }
    count
}

fn find(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes
        .windows(words.len())
        .position(|window| window == words)
}

fn rfind(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes
        .windows(words.len())
        .rposition(|window| window == words)
}

/// Which forms each form draws, and how many that are with those in them.
#[derive(Default)]
pub(super) struct Weights {
    drawn: HashMap<ObjectIdentifier, Vec<ObjectIdentifier>>,
    /// By form and depth: at the deepest nothing is drawn any more, even where forms draw themselves.
    weights: HashMap<(ObjectIdentifier, usize), u64>,
}

impl Weights {
    /// Whether a page draws no more forms than may be.
    pub fn allow_page(&mut self, page: &Page<'_>) -> bool {
        let resources = page.resources();
        // most pages have no form that has forms
        if !has_nested_forms(&resources.x_objects) {
            return true;
        }
        let mut waiting = Vec::new();
        let drawn = list_forms(page.typed_operations(), resources, &mut waiting);
        while let Some((form, outer)) = waiting.pop() {
            if self.drawn.contains_key(&form.obj_id()) {
                continue;
            }
            let own = form.dict().get::<Dict<'_>>(RESOURCES);
            let resources = own.map_or(outer, Resources::new);
            let inner = match form.decoded_data() {
                Ok(content) if !resources.x_objects.is_empty() => {
                    list_forms(TypedIter::new(content.as_ref()), &resources, &mut waiting)
                }
                _ => Vec::new(),
            };
            self.drawn.insert(form.obj_id(), inner);
        }
        let mut sum: u64 = 0;
        for form in drawn {
            sum = sum.saturating_add(self.weigh(form, 1));
        }
        sum <= MOST_FORMS
    }

    fn weigh(&mut self, form: ObjectIdentifier, depth: usize) -> u64 {
        if depth > DEEPEST_FORM {
            return 1;
        }
        if let Some(weight) = self.weights.get(&(form, depth)) {
            return *weight;
        }
        let inner = self.drawn.get(&form).cloned().unwrap_or_default();
        let mut sum: u64 = 1;
        for form in inner {
            sum = sum.saturating_add(self.weigh(form, depth + 1));
            if sum > MOST_FORMS {
                break;
            }
        }
        self.weights.insert((form, depth), sum);
        sum
    }
}

/// The forms that a content draws, each as often as it does; those that are met go to where they are looked into.
fn list_forms<'a>(
    mut operations: TypedIter<'_>,
    resources: &Resources<'a>,
    waiting: &mut Vec<(Stream<'a>, Resources<'a>)>,
) -> Vec<ObjectIdentifier> {
    let mut drawn = Vec::new();
    let mut met = HashSet::new();
    while let Some(operation) = operations.next() {
        let TypedInstruction::XObject(object) = operation else {
            continue;
        };
        let Some(form) = resources.get_x_object(object.0).filter(is_form) else {
            continue;
        };
        drawn.push(form.obj_id());
        if met.insert(form.obj_id()) {
            waiting.push((form, resources.clone()));
        }
        if drawn.len() as u64 > MOST_FORMS {
            break;
        }
    }
    drawn
}

fn is_form(stream: &Stream<'_>) -> bool {
    stream
        .dict()
        .get::<Name<'_>>(SUBTYPE)
        .is_some_and(|kind| kind.as_ref() == FORM)
}

fn has_nested_forms(objects: &Dict<'_>) -> bool {
    objects.keys().any(|name| {
        objects
            .get::<Stream<'_>>(name.as_ref())
            .is_some_and(|form| {
                is_form(&form)
                    && form
                        .dict()
                        .get::<Dict<'_>>(RESOURCES)
                        .is_none_or(|own| own.contains_key("XObject"))
            })
    })
}
