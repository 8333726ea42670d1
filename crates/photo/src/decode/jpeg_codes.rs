//! Huffman codes of JPEG (ITU-T T.81, annexes C and F), and the bits of a scan that are read by them: several codes with
//! their values at once where only their number counts.

/// Bits of code that are looked up at once.
const WINDOW: u32 = 12;

/// Huffman codes.
#[derive(Debug, Clone)]
pub(super) struct Codes {
    /// By the next bits: the length of the code (0 where it is longer), and its symbol.
    single: Vec<(u8, u8)>,
    /// By the next bits: how many of them whole codes with their values take (0 where not one fits), how many coefficients
    /// those are, and whether they end the block.
    several: Vec<Step>,
    /// By length: the first code that is longer, moved to the left of 16 bits; what to add for the symbol's place.
    limits: [(u32, i32); 17],
    symbols: Vec<u8>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Step {
    bits: u8,
    coefficients: u8,
    ends: bool,
}

impl Codes {
    pub(super) fn new(counts: &[u8; 16], symbols: &[u8], has_values: bool) -> Option<Self> {
        let entries = 1_usize << WINDOW;
        let mut single = vec![(0_u8, 0_u8); entries];
        let mut limits = [(0_u32, 0_i32); 17];
        let (mut code, mut index) = (0_u32, 0_usize);
        for length in 1..=16_u32 {
            let count = u32::from(*counts.get(length as usize - 1)?);
            limits[length as usize].1 = i32::try_from(index).ok()? - i32::try_from(code).ok()?;
            for _ in 0..count {
                if length <= WINDOW {
                    let first = (code << (WINDOW - length)) as usize;
                    let places = single.get_mut(first..first + (1 << (WINDOW - length)))?;
                    places.fill((u8::try_from(length).ok()?, *symbols.get(index)?));
                }
                code += 1;
                index += 1;
            }
            if code > 1 << length {
                return None;
            }
            limits[length as usize].0 = code << (16 - length);
            code <<= 1;
        }
        let several = if has_values {
            (0..entries)
                .map(|window| Step::over(window, &single))
                .collect()
        } else {
            Vec::new()
        };
        Some(Self {
            single,
            several,
            limits,
            symbols: symbols.to_vec(),
        })
    }
}

impl Step {
    /// As many whole codes with their values as stand in a window.
    fn over(window: usize, single: &[(u8, u8)]) -> Self {
        let mut step = Self::default();
        loop {
            let rest = (window << step.bits) & (single.len() - 1);
            let Some((length @ 1.., symbol)) = single.get(rest).copied() else {
                return step;
            };
            let (run, size) = (symbol >> 4, symbol & 15);
            let bits = u32::from(step.bits) + u32::from(length) + u32::from(size);
            let coefficients = match (run, size) {
                (0, 0) => 0,
                (15, 0) => 16,
                // no such symbol outside of progressive scans
                (_, 0) => return step,
                _ => run + 1,
            };
            if bits > WINDOW || step.coefficients + coefficients > 63 {
                return step;
            }
            step.bits = u8::try_from(bits).unwrap_or(u8::MAX);
            step.coefficients += coefficients;
            if (run, size) == (0, 0) {
                step.ends = true;
                return step;
            }
        }
    }
}

/// The bits of a scan, without its stuffed zeros. Behind the last come zeros.
pub(super) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The next bits, to the left.
    buffer: u64,
    count: u32,
    /// How many of them were never there.
    missing: u32,
}

impl<'a> Bits<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            buffer: 0,
            count: 0,
            missing: 0,
        }
    }

    /// Takes in bytes until there are at least 32 bits.
    #[inline]
    fn fill(&mut self) {
        if self.count > 32 {
            return;
        }
        if let Some(four) = self.bytes.get(self.at..).and_then(<[u8]>::first_chunk::<4>) {
            let four = u32::from_be_bytes(*four);
            // whether none of the four is 0xff
            let turned = !four;
            if turned.wrapping_sub(0x0101_0101) & !turned & 0x8080_8080 == 0 {
                self.buffer |= u64::from(four) << (32 - self.count);
                self.count += 32;
                self.at += 4;
                return;
            }
        }
        self.fill_by_byte();
    }

    #[cold]
    fn fill_by_byte(&mut self) {
        while self.count <= 56 {
            let byte = match self.bytes.get(self.at..) {
                Some([0xff, 0, ..]) => {
                    self.at += 2;
                    0xff
                }
                Some([byte, ..]) if *byte != 0xff => {
                    self.at += 1;
                    *byte
                }
                _ => {
                    self.missing += 8;
                    0
                }
            };
            self.buffer |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    #[inline]
    fn skip(&mut self, bits: u32) {
        self.buffer <<= bits;
        self.count -= bits;
    }

    /// The next bits as a number; up to 16.
    #[inline]
    pub(super) fn take(&mut self, bits: u32) -> u32 {
        self.fill();
        let number = if bits == 0 {
            0
        } else {
            (self.buffer >> (64 - bits)) as u32
        };
        self.skip(bits);
        number
    }

    #[inline]
    pub(super) fn symbol(&mut self, codes: &Codes) -> Option<u8> {
        self.fill();
        let window = (self.buffer >> (64 - WINDOW)) as usize;
        let (length, symbol) = *codes.single.get(window)?;
        if length > 0 {
            self.skip(u32::from(length));
            return Some(symbol);
        }
        let next = (self.buffer >> 48) as u32;
        for length in WINDOW + 1..=16 {
            let (limit, place) = *codes.limits.get(length as usize)?;
            if next < limit {
                let index = i32::try_from(next >> (16 - length)).ok()? + place;
                self.skip(length);
                return codes.symbols.get(usize::try_from(index).ok()?).copied();
            }
        }
        None
    }

    /// The value behind a code of that size (T.81, F.2.2.1).
    #[inline]
    pub(super) fn value(&mut self, size: u32) -> i32 {
        if size == 0 {
            return 0;
        }
        let number = self.take(size) as i32;
        if number < 1 << (size - 1) {
            number - (1 << size) + 1
        } else {
            number
        }
    }

    /// Passes over all coefficients of a block but the first.
    #[inline]
    pub(super) fn pass(&mut self, codes: &Codes) -> Option<()> {
        let mut next = 1_u32;
        while next < 64 {
            self.fill();
            let window = (self.buffer >> (64 - WINDOW)) as usize;
            let step = *codes.several.get(window)?;
            let then = next + u32::from(step.coefficients);
            // several codes are taken together only where all of them are this block's
            if step.bits > 0 && (then < 64 || then == 64 && !step.ends) {
                self.skip(u32::from(step.bits));
                if step.ends {
                    return Some(());
                }
                next = then;
                continue;
            }
            let symbol = self.symbol(codes)?;
            let (run, size) = (u32::from(symbol >> 4), u32::from(symbol & 15));
            next += match (run, size) {
                (0, 0) => return Some(()),
                (15, 0) => 16,
                (_, 0) => return None,
                _ => run + 1,
            };
            self.take(size);
        }
        (next == 64).then_some(())
    }

    /// To the marker of a restart, over the bits that fill the last byte.
    pub(super) fn restart(&mut self) -> Option<()> {
        let at = self.end()?;
        matches!(self.bytes.get(at..), Some([0xff, 0xd0..=0xd7, ..])).then_some(())?;
        *self = Self::new(self.bytes, at + 2);
        Some(())
    }

    /// Where the marker behind the bits stands. None where bits were read that are not there, or where not all were read.
    pub(super) fn end(&mut self) -> Option<usize> {
        if self.count < self.missing {
            return None;
        }
        // what is in the buffer and was not asked for is the filling of the last byte, or damage
        let left = self.count - self.missing;
        (left < 8).then_some(())?;
        let mut at = self.at;
        // a marker may have more than one 0xff before it
        while matches!(self.bytes.get(at..), Some([0xff, 0xff, ..])) {
            at += 1;
        }
        matches!(self.bytes.get(at), Some(0xff)).then_some(at)
    }
}
