//! How many changed pictures are known again, and how many others are taken for them.

use super::changes::{CHANGES, Change, jpeg};
use super::scenes::{Frame, KINDS, Kind, Scene};
use image::RgbImage;
use muragat_photo::{Likeness, likeness_of_drawn, thumbnail};
use std::collections::BTreeMap;

/// A picture with all that was made of it, and others that look like it.
pub struct Source {
    pub name: String,
    /// None: a photo.
    pub kind: Option<Kind>,
    pub own: Likeness,
    pub changed: Vec<(Change, Likeness)>,
    pub look_alikes: Vec<Likeness>,
}

/// So many of so many.
#[derive(Debug, Default, Clone, Copy)]
pub struct Share {
    pub some: usize,
    pub all: usize,
}

impl Share {
    fn count(&mut self, is_one: bool) {
        self.some += usize::from(is_one);
        self.all += 1;
    }

    pub fn part(self) -> f64 {
        self.some as f64 / self.all.max(1) as f64
    }
}

/// What came of comparing.
#[derive(Debug, Default)]
pub struct Figures {
    /// Changed pictures that were known again, but for bare walls.
    pub known: Share,
    /// The same of bare walls, which show next to nothing.
    pub walls_known: Share,
    /// Look-alikes that were taken for the picture, each also beside three changed ones of it.
    pub look_alikes_mistaken: Share,
    /// Pictures of something else that were taken for it.
    pub strangers_mistaken: Share,
    pub by_change: BTreeMap<Change, Share>,
    /// What went wrong.
    pub wrong: Vec<String>,
}

impl Figures {
    pub fn recall(&self) -> f64 {
        self.known.part()
    }

    pub fn precision(&self) -> f64 {
        let right = self.known.some + self.walls_known.some;
        let wrong = self.look_alikes_mistaken.some + self.strangers_mistaken.some;
        right as f64 / (right + wrong).max(1) as f64
    }
}

fn see(jpeg: &[u8]) -> Likeness {
    likeness_of_drawn(&thumbnail(jpeg, 256).unwrap().bytes).unwrap()
}

/// A source drawn: `number` chooses what and where.
pub fn draw_source(number: u64, height: u32) -> Source {
    let kind = KINDS[(number % KINDS.len() as u64) as usize];
    let scene = Scene {
        kind,
        place: number,
        frame: Frame::First,
    };
    let look_alikes = scene.look_alikes().into_iter();
    let look_alikes = look_alikes.map(|scene| see(&jpeg(&scene.draw(height), 85)));
    Source {
        look_alikes: look_alikes.collect(),
        kind: Some(kind),
        ..change_source(&scene.draw(height), format!("{kind:?} {number}"), number)
    }
}

/// A source without look-alikes.
pub fn change_source(picture: &RgbImage, name: String, number: u64) -> Source {
    let changed = CHANGES
        .iter()
        .map(|change| (*change, see(&change.make(picture, number))));
    Source {
        name,
        kind: None,
        own: see(&jpeg(picture, 90)),
        changed: changed.collect(),
        look_alikes: Vec::new(),
    }
}

/// Each source against its changes, its look-alikes, and all that is made of the others.
pub fn measure(sources: &[Source]) -> Figures {
    let mut figures = Figures::default();
    for (at, source) in sources.iter().enumerate() {
        find_changed(source, &mut figures);
        find_look_alikes(source, &mut figures);
        for other in &sources[at + 1..] {
            let changed = other.changed.iter().map(|one| &one.1);
            for stranger in [&other.own].into_iter().chain(changed) {
                let near = source.own.is_near(stranger);
                figures.strangers_mistaken.count(near);
                if near {
                    figures
                        .wrong
                        .push(format!("{} is taken for {}", other.name, source.name));
                }
            }
        }
    }
    figures
}

fn find_changed(source: &Source, figures: &mut Figures) {
    for (change, changed) in &source.changed {
        let known = source.own.is_near(changed);
        if source.kind == Some(Kind::Wall) {
            figures.walls_known.count(known);
            continue;
        }
        figures.known.count(known);
        figures.by_change.entry(*change).or_default().count(known);
        if !known {
            figures
                .wrong
                .push(format!("{} is not known after {change:?}", source.name));
        }
    }
}

fn find_look_alikes(source: &Source, figures: &mut Figures) {
    let changed = source.changed.iter().map(|one| &one.1).take(3);
    let own: Vec<&Likeness> = [&source.own].into_iter().chain(changed).collect();
    for (at, other) in source.look_alikes.iter().enumerate() {
        for own in &own {
            let near = own.is_near(other);
            figures.look_alikes_mistaken.count(near);
            if near {
                figures
                    .wrong
                    .push(format!("look-alike {at} is taken for {}", source.name));
            }
        }
    }
}
