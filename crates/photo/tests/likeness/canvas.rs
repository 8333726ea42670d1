//! A canvas, numbers by chance that are the same each time, and the few shapes of which scenes are drawn.

use image::RgbImage;

/// Numbers by chance, the same for one seed.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// From `low` up to `high`.
    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    pub fn below(&mut self, count: u64) -> u64 {
        self.next() % count
    }

    /// A colour, each channel from `low` up to `high`.
    pub fn colour(&mut self, low: f32, high: f32) -> Colour {
        [(); 3].map(|()| self.between(low, high))
    }

    pub fn skin(&mut self) -> Colour {
        let light = self.between(0.75, 1.1);
        [215.0 * light, 170.0 * light, 135.0 * light]
    }
}

/// Red, green and blue, 0 to 255.
pub type Colour = [f32; 3];

pub fn mix(one: Colour, other: Colour, part: f32) -> Colour {
    std::array::from_fn(|at| one[at] + (other[at] - one[at]) * part.clamp(0.0, 1.0))
}

/// Smooth noise about 0, of -1 to 1, with one bump a unit.
pub fn noise(seed: u64, x: f32, y: f32) -> f32 {
    let corner = |x: i64, y: i64| {
        let mixed = (seed ^ 0x51ed)
            .wrapping_add((x as u64).wrapping_mul(0x8da6_b343))
            .wrapping_add((y as u64).wrapping_mul(0xd816_3841_a1b5));
        Chance::new(mixed).between(-1.0, 1.0)
    };
    let (left, top) = (x.floor(), y.floor());
    let smooth = |part: f32| part * part * (3.0 - 2.0 * part);
    let (across, down) = (smooth(x - left), smooth(y - top));
    let (left, top) = (left as i64, top as i64);
    let upper = corner(left, top) * (1.0 - across) + corner(left + 1, top) * across;
    let lower = corner(left, top + 1) * (1.0 - across) + corner(left + 1, top + 1) * across;
    upper * (1.0 - down) + lower * down
}

/// Noise of several sizes, as clouds, leaves and grass have it.
pub fn cloudy(seed: u64, x: f32, y: f32) -> f32 {
    (0..4).fold(0.0, |sum, octave| {
        let finer = f32::from(1u8 << octave);
        sum + noise(seed + octave, x * finer, y * finer) / finer
    }) / 1.6
}

/// A picture whose places are told in fractions of its height.
pub struct Canvas {
    pub width: u32,
    pub height: u32,
    pixels: Vec<Colour>,
}

impl Canvas {
    pub fn new(width: u32, height: u32) -> Canvas {
        let pixels = vec![[255.0; 3]; (width * height) as usize];
        Canvas {
            width,
            height,
            pixels,
        }
    }

    /// Width as a fraction of the height.
    pub fn wide(&self) -> f32 {
        self.width as f32 / self.height as f32
    }

    /// Paints within a box (left, top, right, bottom) what `paint` gives for a place: a colour and how much it covers.
    pub fn paint(&mut self, place: [f32; 4], paint: impl Fn(f32, f32) -> Option<(Colour, f32)>) {
        let high = self.height as f32;
        let side = |at: f32, most: u32| (at * high).clamp(0.0, most as f32) as u32;
        let (left, right) = (
            side(place[0], self.width),
            side(place[2] + 1.0 / high, self.width),
        );
        let (top, bottom) = (
            side(place[1], self.height),
            side(place[3] + 1.0 / high, self.height),
        );
        for y in top..bottom {
            for x in left..right {
                let here = &mut self.pixels[(y * self.width + x) as usize];
                if let Some((colour, part)) =
                    paint((x as f32 + 0.5) / high, (y as f32 + 0.5) / high)
                {
                    *here = mix(*here, colour, part);
                }
            }
        }
    }

    pub fn fill(&mut self, paint: impl Fn(f32, f32) -> Colour) {
        self.paint([0.0, 0.0, self.wide(), 1.0], |x, y| {
            Some((paint(x, y), 1.0))
        });
    }

    pub fn rectangle(&mut self, place: [f32; 4], colour: Colour) {
        self.paint(place, |x, y| {
            let inside = x >= place[0] && x < place[2] && y >= place[1] && y < place[3];
            inside.then_some((colour, 1.0))
        });
    }

    /// An ellipse by its centre and half its sides, lit from above.
    pub fn ellipse(&mut self, [x, y, wide, high]: [f32; 4], colour: Colour) {
        let edge = 1.5 / self.height as f32 / wide.min(high);
        self.paint([x - wide, y - high, x + wide, y + high], |at_x, at_y| {
            let (across, down) = ((at_x - x) / wide, (at_y - y) / high);
            let far = (across * across + down * down).sqrt();
            let lit = 1.0 - 0.18 * (down + across * 0.5);
            (far < 1.0).then(|| (colour.map(|channel| channel * lit), (1.0 - far) / edge))
        });
    }

    /// Lines of words, of letters that nobody can read, from the left to the right edge of a box; `high` is a letter's height.
    pub fn text(&mut self, chance: &mut Chance, place: [f32; 4], high: f32, colour: Colour) {
        let (mut x, mut y) = (place[0], place[1]);
        while y + high <= place[3] {
            let letters = 2 + chance.below(9);
            if x + letters as f32 * high * 0.7 > place[2] {
                (x, y) = (place[0], y + high * 1.9);
                continue;
            }
            for _ in 0..letters {
                self.letter(chance, [x, y], high, colour);
                x += high * 0.7;
            }
            x += high * 0.6;
        }
    }

    fn letter(&mut self, chance: &mut Chance, [x, y]: [f32; 2], high: f32, colour: Colour) {
        let stroke = high * 0.17;
        let (wide, shape) = (high * 0.5, 1 + chance.below(63));
        let strokes = [
            [0.0, 0.0, wide, stroke],
            [0.0, high * 0.42, wide, high * 0.42 + stroke],
            [0.0, high - stroke, wide, high],
            [0.0, 0.0, stroke, high],
            [wide - stroke, 0.0, wide, high * 0.5],
            [wide - stroke, high * 0.5, wide, high],
        ];
        for (bit, [left, top, right, bottom]) in strokes.into_iter().enumerate() {
            if shape >> bit & 1 == 1 {
                self.rectangle([x + left, y + top, x + right, y + bottom], colour);
            }
        }
    }

    pub fn into_picture(self) -> RgbImage {
        RgbImage::from_fn(self.width, self.height, |x, y| {
            let grain = noise(7, x as f32 * 1.7, y as f32 * 1.7) * 3.0;
            let colour = self.pixels[(y * self.width + x) as usize];
            image::Rgb(colour.map(|channel| (channel + grain).clamp(0.0, 255.0) as u8))
        })
    }
}
