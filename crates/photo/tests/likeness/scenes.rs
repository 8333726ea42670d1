//! Scenes drawn by chance: each has a place, which stays from one frame to the next, and subjects, which do not.

use super::canvas::{Canvas, Chance, Colour, cloudy, mix, noise};
use image::RgbImage;

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Desk,
    Hall,
    Street,
    Field,
    Document,
    Chart,
    Group,
    Sky,
    Wall,
    Table,
    Forest,
    Plaque,
}

pub const KINDS: [Kind; 12] = [
    Kind::Desk,
    Kind::Hall,
    Kind::Street,
    Kind::Field,
    Kind::Document,
    Kind::Chart,
    Kind::Group,
    Kind::Sky,
    Kind::Wall,
    Kind::Table,
    Kind::Forest,
    Kind::Plaque,
];

/// What frames of one place differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Frame {
    /// The first frame.
    First,
    /// Other people, another text, other values.
    Other(u64),
    /// The same people, who moved by so many hundredths of the height.
    Moved(u8),
}

/// One picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scene {
    pub kind: Kind,
    pub place: u64,
    pub frame: Frame,
}

impl Scene {
    /// Draws it, `height` pixels high.
    pub fn draw(self, height: u32) -> RgbImage {
        let mut place = Chance::new(self.place * 31 + self.kind as u64);
        let wide = [1.5, 1.5, 1.333, 1.778, 0.75][place.below(5) as usize];
        let mut canvas = Canvas::new((height as f32 * wide) as u32, height);
        let (other, moved) = match self.frame {
            Frame::First => (0, 0.0),
            Frame::Other(other) => (other, 0.0),
            Frame::Moved(hundredths) => (0, f32::from(hundredths) / 100.0),
        };
        let subject = Chance::new(self.place * 1009 + other * 7919 + 5);
        let draw = match self.kind {
            Kind::Desk => desk,
            Kind::Hall => hall,
            Kind::Street => street,
            Kind::Field => field,
            Kind::Document => document,
            Kind::Chart => chart,
            Kind::Group => group,
            Kind::Sky => sky,
            Kind::Wall => wall,
            Kind::Table => table,
            Kind::Forest => forest,
            Kind::Plaque => plaque,
        };
        draw(&mut canvas, place, subject, moved);
        canvas.into_picture()
    }

    /// Frames of the same place that are other photos.
    pub fn look_alikes(self) -> Vec<Scene> {
        // what has nobody in it cannot have moved
        let still = matches!(
            self.kind,
            Kind::Document | Kind::Chart | Kind::Sky | Kind::Wall | Kind::Forest | Kind::Plaque
        );
        let frames = match still {
            true => [1, 2, 3, 4].map(Frame::Other),
            false => [
                Frame::Other(1),
                Frame::Other(2),
                Frame::Moved(6),
                Frame::Moved(12),
            ],
        };
        frames.map(|frame| Scene { frame, ..self }).to_vec()
    }
}

/// A person by the middle of the face and its height.
fn person(canvas: &mut Canvas, chance: &mut Chance, [x, y]: [f32; 2], face: f32) {
    let (suit, skin, hair) = (
        chance.colour(15.0, 190.0),
        chance.skin(),
        chance.colour(5.0, 90.0),
    );
    let broad = face * chance.between(1.1, 1.5);
    let lean = face * chance.between(-0.15, 0.15);
    canvas.ellipse([x, y + face * 2.4, broad, face * 1.9], suit);
    canvas.rectangle(
        [
            x - broad * 0.9,
            y + face * 2.2,
            x + broad * 0.9,
            y + face * 4.6,
        ],
        suit,
    );
    let shirt = chance.colour(150.0, 250.0);
    canvas.ellipse([x, y + face * 1.1, face * 0.3, face * 0.7], shirt);
    if chance.below(2) == 0 {
        let tie = chance.colour(20.0, 200.0);
        canvas.rectangle(
            [
                x - face * 0.07,
                y + face * 0.7,
                x + face * 0.07,
                y + face * 1.7,
            ],
            tie,
        );
    }
    let x = x + lean;
    let top = chance.between(0.25, 0.6);
    canvas.ellipse(
        [
            x,
            y - face * 0.15,
            face * 0.5,
            face * chance.between(0.55, 0.7),
        ],
        hair,
    );
    if chance.below(3) == 0 {
        canvas.ellipse([x, y + face * 0.3, face * 0.55, face * 0.7], hair);
    }
    canvas.ellipse([x, y + face * (top - 0.3), face * 0.4, face * 0.5], skin);
    let look = face * chance.between(-0.08, 0.08);
    for side in [-0.15, 0.15] {
        canvas.ellipse(
            [x + look + face * side, y, face * 0.06, face * 0.05],
            [25.0; 3],
        );
    }
    let mouth = [
        x + look,
        y + face * 0.3,
        face * chance.between(0.08, 0.17),
        face * 0.04,
    ];
    canvas.ellipse(mouth, [140.0, 60.0, 60.0]);
}

fn room(canvas: &mut Canvas, place: &mut Chance) {
    let (wall, seed) = (place.colour(90.0, 225.0), place.next() % 10_000);
    let light = place.between(-0.3, 0.3);
    canvas.fill(|x, y| {
        let grain = 1.0 + 0.03 * cloudy(seed, x * 9.0, y * 9.0) + light * (x - 0.7) - 0.12 * y;
        wall.map(|channel| channel * grain)
    });
    let wide = canvas.wide();
    for _ in 0..2 + place.below(4) {
        let (x, y) = (place.between(0.0, wide), place.between(0.0, 0.5));
        let (w, h) = (place.between(0.08, 0.4), place.between(0.1, 0.4));
        let (frame, inside) = (place.colour(30.0, 200.0), place.colour(40.0, 240.0));
        canvas.rectangle([x, y, x + w, y + h], frame);
        canvas.rectangle([x + 0.015, y + 0.015, x + w - 0.015, y + h - 0.015], inside);
        let about = place.colour(30.0, 220.0);
        canvas.ellipse([x + w / 2.0, y + h / 2.0, w * 0.25, h * 0.25], about);
    }
    let (x, flag) = (place.between(0.0, wide), place.colour(20.0, 230.0));
    canvas.rectangle([x, 0.1, x + 0.012, 0.9], [120.0, 90.0, 40.0]);
    canvas.paint([x, 0.12, x + 0.13, 0.5], |at_x, at_y| {
        let fold = 1.0 + 0.25 * ((at_x - x) * 110.0 + at_y * 9.0).sin();
        Some((flag.map(|channel| channel * fold), 1.0))
    });
}

fn desk(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, moved: f32) {
    room(canvas, &mut place);
    let wide = canvas.wide();
    let x = wide * place.between(0.3, 0.6) + moved;
    let face = place.between(0.16, 0.26);
    person(canvas, &mut subject, [x, 0.38], face);
    let wood = place.colour(50.0, 150.0);
    canvas.rectangle([0.0, 0.78, wide, 1.0], wood);
    for _ in 0..5 {
        let (x, y) = (place.between(0.0, wide), place.between(0.75, 0.95));
        let (w, colour) = (place.between(0.04, 0.2), place.colour(20.0, 250.0));
        canvas.rectangle([x, y, x + w, y + 0.05], colour);
    }
}

fn hall(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, moved: f32) {
    room(canvas, &mut place);
    let wide = canvas.wide();
    let banner = place.colour(30.0, 160.0);
    canvas.rectangle([wide * 0.2, 0.08, wide * 0.8, 0.28], banner);
    let mut words = Chance::new(place.next());
    canvas.text(
        &mut words,
        [wide * 0.24, 0.12, wide * 0.76, 0.27],
        0.05,
        [240.0; 3],
    );
    let x = wide * place.between(0.25, 0.75) + moved;
    person(canvas, &mut subject, [x, 0.38], 0.09);
    for row in 0..3u8 {
        let row = f32::from(row);
        let (y, face) = (0.66 + row * 0.14, 0.07 + row * 0.025);
        let mut x = place.between(-0.05, 0.05);
        while x < wide {
            // most of those who listen sit as they sat
            let who = if subject.below(4) == 0 {
                &mut subject
            } else {
                &mut place
            };
            let (hair, coat) = (who.colour(5.0, 120.0), who.colour(20.0, 170.0));
            let sway = who.between(-0.02, 0.02) + moved * 0.3;
            canvas.ellipse([x + sway, y + face * 1.5, face * 1.1, face], coat);
            canvas.ellipse([x + sway, y, face * 0.45, face * 0.6], hair);
            x += face * 2.1;
        }
    }
}

fn street(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, moved: f32) {
    let (above, seed) = (place.colour(140.0, 250.0), place.next() % 10_000);
    canvas.fill(|x, y| mix(above, [235.0; 3], y + 0.3 * cloudy(seed, x * 2.0, y * 3.0)));
    let wide = canvas.wide();
    let mut x = -0.1;
    while x < wide {
        let (w, top) = (place.between(0.2, 0.5), place.between(0.1, 0.45));
        let (house, dark) = (place.colour(70.0, 220.0), place.colour(20.0, 110.0));
        canvas.rectangle([x, top, x + w, 0.75], house);
        let step = place.between(0.05, 0.09);
        let mut y = top + 0.04;
        while y < 0.68 {
            let mut at = x + 0.03;
            while at < x + w - 0.04 {
                let pane = if place.below(5) == 0 {
                    [230.0, 220.0, 150.0]
                } else {
                    dark
                };
                canvas.rectangle([at, y, at + step * 0.5, y + step * 0.6], pane);
                at += step;
            }
            y += step * 1.2;
        }
        x += w + place.between(0.0, 0.08);
    }
    let road = place.between(70.0, 130.0);
    canvas.paint([0.0, 0.75, wide, 1.0], |x, y| {
        Some(([road + 12.0 * noise(seed + 9, x * 40.0, y * 60.0); 3], 1.0))
    });
    for _ in 0..2 {
        let (x, colour) = (
            subject.between(0.0, wide - 0.3) + moved,
            subject.colour(20.0, 230.0),
        );
        canvas.ellipse([x + 0.14, 0.79, 0.08, 0.05], mix(colour, [20.0; 3], 0.6));
        canvas.rectangle([x, 0.79, x + 0.3, 0.87], colour);
        for wheel in [0.06, 0.24] {
            canvas.ellipse([x + wheel, 0.87, 0.035, 0.035], [15.0; 3]);
        }
    }
    for _ in 0..3 {
        let x = subject.between(0.1, wide - 0.1) + moved;
        person(canvas, &mut subject, [x, 0.66], 0.06);
    }
}

fn field(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, moved: f32) {
    let seed = place.next() % 10_000;
    let (above, ground, hill) = (
        [
            place.between(80.0, 170.0),
            place.between(140.0, 190.0),
            235.0,
        ],
        place.colour(60.0, 170.0),
        place.colour(50.0, 140.0),
    );
    let line = place.between(0.35, 0.6);
    canvas.fill(|x, y| {
        let ridge = line + 0.12 * cloudy(seed + 20, x * 2.5, 0.0);
        match y < ridge {
            true => mix(
                above,
                [250.0; 3],
                0.3 + 0.7 * cloudy(seed, x * 2.0, y * 4.0),
            ),
            false if y < line + 0.1 => {
                hill.map(|c| c * (1.0 + 0.2 * cloudy(seed, x * 9.0, y * 9.0)))
            }
            false => ground.map(|c| c * (1.0 + 0.35 * cloudy(seed + 3, x * 7.0, y * 20.0))),
        }
    });
    let wide = canvas.wide();
    for _ in 0..4 + subject.below(4) {
        let (x, y) = (
            subject.between(0.0, wide) + moved,
            subject.between(line + 0.12, 0.9),
        );
        let (size, coat) = (
            subject.between(0.03, 0.07) * (y + 0.4),
            subject.colour(20.0, 230.0),
        );
        canvas.ellipse([x, y, size, size * 0.5], coat);
        canvas.ellipse([x + size, y - size * 0.4, size * 0.35, size * 0.3], coat);
    }
    person(
        canvas,
        &mut subject,
        [wide * 0.5 + moved, line + 0.05],
        0.08,
    );
}

fn document(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, _: f32) {
    let paper = place.between(225.0, 250.0);
    canvas.fill(|x, y| [paper - 8.0 * x, paper - 6.0 * y, paper - 12.0]);
    let wide = canvas.wide();
    let crest = place.colour(30.0, 160.0);
    canvas.ellipse([wide / 2.0, 0.08, 0.045, 0.045], crest);
    canvas.text(
        &mut place,
        [wide * 0.25, 0.14, wide * 0.75, 0.19],
        0.025,
        [40.0; 3],
    );
    let size = place.between(0.014, 0.024);
    let end = place.between(0.6, 0.82);
    canvas.text(
        &mut subject,
        [wide * 0.1, 0.24, wide * 0.9, end],
        size,
        [50.0; 3],
    );
    canvas.text(
        &mut place,
        [wide * 0.1, 0.87, wide * 0.4, 0.9],
        size,
        [50.0; 3],
    );
    canvas.ellipse([wide * 0.7, 0.88, 0.06, 0.06], [90.0, 100.0, 190.0]);
    canvas.ellipse([wide * 0.7, 0.88, 0.045, 0.045], [220.0, 225.0, 240.0]);
}

fn chart(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, _: f32) {
    canvas.fill(|_, _| [250.0; 3]);
    let wide = canvas.wide();
    canvas.text(
        &mut place,
        [wide * 0.1, 0.05, wide * 0.8, 0.12],
        0.035,
        [30.0; 3],
    );
    for line in 0..6u8 {
        let y = 0.2 + 0.12 * f32::from(line);
        canvas.rectangle([wide * 0.1, y, wide * 0.95, y + 0.004], [190.0; 3]);
        canvas.text(
            &mut place,
            [wide * 0.02, y, wide * 0.09, y + 0.021],
            0.02,
            [60.0; 3],
        );
    }
    let bars = 4 + place.below(6);
    let (colour, step) = (place.colour(20.0, 200.0), wide * 0.84 / bars as f32);
    for bar in 0..bars {
        let x = wide * 0.11 + step * bar as f32;
        let top = subject.between(0.2, 0.78);
        canvas.rectangle([x, top, x + step * 0.65, 0.8], colour);
        canvas.text(
            &mut place,
            [x, 0.83, x + step * 0.8, 0.86],
            0.022,
            [60.0; 3],
        );
    }
}

fn group(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, moved: f32) {
    room(canvas, &mut place);
    let wide = canvas.wide();
    for (y, face) in [(0.3, 0.085), (0.48, 0.1)] {
        let mut x = 0.1 + place.between(0.0, 0.08);
        while x < wide - 0.05 {
            let (aside, above) = (subject.between(-0.02, 0.02), subject.between(-0.02, 0.02));
            // each for himself: all at once would be the camera
            let step = moved * noise(3, x * 9.0, y * 9.0);
            person(canvas, &mut subject, [x + step + aside, y + above], face);
            x += face * 2.4;
        }
    }
}

fn sky(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, _: f32) {
    let above = [
        place.between(60.0, 150.0),
        place.between(120.0, 190.0),
        230.0,
    ];
    let (seed, bank) = (subject.next() % 10_000, place.between(-0.1, 0.5));
    canvas.fill(|x, y| {
        let cloud = (cloudy(seed, x * 2.2, y * 3.4) + bank) * 1.6;
        mix(mix(above, [200.0, 220.0, 245.0], y), [248.0; 3], cloud)
    });
}

fn wall(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, _: f32) {
    let (paint, seed) = (place.colour(120.0, 230.0), subject.next() % 10_000);
    let (light, grain) = (place.between(-0.25, 0.25), place.between(0.01, 0.08));
    canvas.fill(|x, y| {
        let here = 1.0 + grain * cloudy(seed, x * 12.0, y * 12.0) + light * (x - 0.7) - 0.1 * y;
        paint.map(|channel| channel * here)
    });
}

fn table(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, moved: f32) {
    room(canvas, &mut place);
    let wide = canvas.wide();
    let seats = 3 + place.below(4);
    for seat in 0..seats {
        let x = wide * (seat as f32 + 0.5) / seats as f32;
        // one of them moves, or is another
        let is_subject = seat == seats / 2;
        let who = if is_subject { &mut subject } else { &mut place };
        person(
            canvas,
            who,
            [if is_subject { x + moved } else { x }, 0.42],
            0.12,
        );
    }
    let cloth = place.colour(80.0, 220.0);
    canvas.rectangle([0.0, 0.72, wide, 1.0], cloth);
    for seat in 0..seats {
        let x = wide * (seat as f32 + 0.5) / seats as f32;
        canvas.rectangle([x - 0.06, 0.75, x + 0.06, 0.81], [245.0; 3]);
        canvas.ellipse([x + 0.1, 0.73, 0.012, 0.05], [150.0, 190.0, 200.0]);
    }
}

fn forest(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, _: f32) {
    let seed = subject.next() % 10_000;
    let (leaf, light) = (place.colour(30.0, 130.0), place.colour(120.0, 230.0));
    canvas.fill(|x, y| {
        mix(
            leaf,
            light,
            0.4 + 0.9 * cloudy(seed, x * 8.0, y * 8.0) - 0.3 * y,
        )
    });
    for _ in 0..8 {
        let (x, w) = (
            subject.between(0.0, canvas.wide()),
            subject.between(0.01, 0.04),
        );
        let trunk: Colour = [70.0, 55.0, 40.0];
        canvas.rectangle([x, 0.2, x + w, 1.0], trunk);
    }
}

fn plaque(canvas: &mut Canvas, mut place: Chance, mut subject: Chance, _: f32) {
    let (seed, stone) = (place.next() % 10_000, place.colour(60.0, 190.0));
    canvas.fill(|x, y| {
        let courses =
            if (y * 11.0).fract() < 0.06 || (x * 6.0 + (y * 11.0).floor() * 0.5).fract() < 0.03 {
                0.75
            } else {
                1.0 + 0.1 * cloudy(seed, x * 14.0, y * 14.0)
            };
        stone.map(|channel| channel * courses)
    });
    let wide = canvas.wide();
    let metal = place.colour(20.0, 90.0);
    canvas.rectangle([wide * 0.2, 0.25, wide * 0.8, 0.8], metal);
    canvas.text(
        &mut subject,
        [wide * 0.25, 0.3, wide * 0.75, 0.78],
        0.045,
        [215.0, 190.0, 110.0],
    );
}
