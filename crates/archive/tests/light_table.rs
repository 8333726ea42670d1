//! At the light table: photos rated, picked, turned upright, their times set right; and the page that shows those of one kind.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod common;

use common::{Home, home, picture};
use muragat_archive::record::PhotoRecord;
use muragat_archive::record::terms::PartyKind;
use muragat_archive::{
    Error, PhotoFields, PhotoLack, PhotoQuery, PhotoSort, RegionBox, Tagging, Whom,
};

struct Series {
    home: Home,
    article: String,
    photos: Vec<String>,
}

/// Four photos of one article: 1.png to 4.png.
fn series() -> Series {
    let mut home = home();
    let article = home.add("Жиын өтті\nМәтін").id;
    let files: Vec<_> = (1..5)
        .map(|n| home.file(&format!("{n}.png"), &picture(n)))
        .collect();
    let attached = home.archive.attach(&article, &files, None, None).unwrap();
    let photos = attached.value.attached.into_iter().map(|p| p.id).collect();
    Series {
        home,
        article,
        photos,
    }
}

impl Series {
    fn set(&mut self, photos: &[usize], fields: &PhotoFields) {
        let ids: Vec<String> = photos.iter().map(|at| self.photos[*at].clone()).collect();
        self.home.archive.edit_photos(&ids, fields).unwrap();
    }

    fn listed(&self, query: PhotoQuery) -> String {
        let page = self.home.archive.photos(&PhotoQuery { limit: 10, ..query });
        let names = page.unwrap().rows.into_iter();
        let names: Vec<String> = names
            .map(|line| line.photo.name.trim_end_matches(".png").to_owned())
            .collect();
        names.join(" ")
    }

    fn photo(&self, at: usize) -> PhotoRecord {
        self.home.archive.article(&self.article).unwrap().photos[at].clone()
    }
}

fn taken(at: &str) -> PhotoFields {
    PhotoFields {
        taken_at: Some(at.into()),
        ..PhotoFields::default()
    }
}

fn rated(rating: i8) -> PhotoFields {
    PhotoFields {
        rating: Some(rating),
        ..PhotoFields::default()
    }
}

#[test]
fn a_page_shows_the_photos_of_one_kind_in_the_order_that_was_asked() {
    let mut series = series();
    series.set(&[0], &taken("2026-03-14T10:30"));
    series.set(&[1], &taken("2026-03-15"));
    series.set(&[2], &taken("2026-03-14T09:00:00"));
    series.set(&[0], &rated(3));
    series.set(&[1], &rated(-1));
    series.set(&[3], &rated(5));
    series.set(
        &[0, 3],
        &PhotoFields {
            picked: Some(true),
            photographer: Some("Айбек Серіков".into()),
            place: Some("Талдықорған".into()),
            ..PhotoFields::default()
        },
    );
    series.set(
        &[3],
        &PhotoFields {
            published: Some(true),
            digital_source_type: Some("trainedAlgorithmicMedia".into()),
            ..PhotoFields::default()
        },
    );
    let all = PhotoQuery::default;
    for (query, found) in [
        (all(), "1 2 3 4"),
        (
            PhotoQuery {
                sort: PhotoSort::TakenLast,
                ..all()
            },
            "2 1 3 4",
        ),
        (
            PhotoQuery {
                sort: PhotoSort::TakenFirst,
                ..all()
            },
            "3 1 2 4",
        ),
        (
            PhotoQuery {
                sort: PhotoSort::Rated,
                ..all()
            },
            "4 1 3 2",
        ),
        (
            PhotoQuery {
                rated: Some(1),
                ..all()
            },
            "1 4",
        ),
        (
            PhotoQuery {
                rated: Some(4),
                ..all()
            },
            "4",
        ),
        (
            PhotoQuery {
                rated: Some(-1),
                ..all()
            },
            "2",
        ),
        (
            PhotoQuery {
                picked: Some(true),
                ..all()
            },
            "1 4",
        ),
        (
            PhotoQuery {
                published: Some(false),
                picked: Some(true),
                ..all()
            },
            "1",
        ),
        (
            PhotoQuery {
                by_ai: Some(true),
                ..all()
            },
            "4",
        ),
        (
            PhotoQuery {
                by_ai: Some(false),
                ..all()
            },
            "1 2 3",
        ),
        (
            PhotoQuery {
                photographer: Some("Айбек Серіков".into()),
                ..all()
            },
            "1 4",
        ),
        (
            PhotoQuery {
                place: Some("Алматы".into()),
                ..all()
            },
            "",
        ),
        (
            PhotoQuery {
                taken_from: Some("2026-03-15".into()),
                ..all()
            },
            "2",
        ),
        (
            PhotoQuery {
                taken_to: Some("2026-03-14".into()),
                ..all()
            },
            "1 3",
        ),
        (
            PhotoQuery {
                lacking: Some(PhotoLack::TakenAt),
                ..all()
            },
            "4",
        ),
        (
            PhotoQuery {
                lacking: Some(PhotoLack::People),
                ..all()
            },
            "1 2 3 4",
        ),
    ] {
        assert_eq!(series.listed(query.clone()), found, "{query:?}");
    }
    series.set(&[0], &rated(0));
    assert_eq!(series.photo(0).rating, None);
    series.home.archive.undo(None).unwrap();
    assert_eq!(series.photo(0).rating, Some(3));
    for bad in [6, -2] {
        let refused = series
            .home
            .archive
            .edit_photos(&series.photos[..1], &rated(bad));
        assert!(matches!(refused, Err(Error::ValueInvalid { field, .. }) if field == "rating"));
    }
}

#[test]
fn photos_are_found_by_who_takes_part_in_their_article() {
    let mut series = series();
    let tagging = Tagging {
        kind: PartyKind::Organisation,
        name: "«Ерлік» бірлестігі".into(),
        role: None,
        position: None,
        on_behalf_of: None,
    };
    let tagged = series.home.archive.tag(&series.article, &tagging).unwrap();
    let party = Some(tagged.value.party);
    let of = PhotoQuery {
        participant: party.clone(),
        ..PhotoQuery::default()
    };
    assert_eq!(series.listed(of), "1 2 3 4");
    let seen = PhotoQuery {
        party,
        ..PhotoQuery::default()
    };
    assert_eq!(series.listed(seen), "");
}

#[test]
fn a_photo_that_lies_on_its_side_is_turned_with_what_is_marked_on_it() {
    let mut series = series();
    let whom = Whom::Person("Сәуле Омарова".into());
    let corner = RegionBox {
        x: 0.0,
        y: 0.0,
        w: 0.5,
        h: 0.25,
    };
    let archive = &mut series.home.archive;
    archive
        .add_region(&series.photos[0], &whom, corner)
        .unwrap();
    let before = archive.thumbnail(&series.photos[0], 256).unwrap();
    let lying = series.photo(0);
    series
        .home
        .archive
        .turn_photos(&series.photos[..1], 1)
        .unwrap();
    let upright = series.photo(0);
    assert_eq!((upright.width, upright.height), (lying.height, lying.width));
    let region = &upright.regions[0];
    assert_eq!(
        (region.x, region.y, region.w, region.h),
        (0.75, 0.0, 0.25, 0.5)
    );
    let archive = &mut series.home.archive;
    let drawn = |bytes: &[u8]| muragat_photo::describe(bytes).unwrap();
    let after = archive.thumbnail(&series.photos[0], 256).unwrap();
    assert_eq!(drawn(&after).width, drawn(&before).height);
    assert_eq!(upright.sha256, lying.sha256);
    archive.turn_photos(&series.photos[..1], -1).unwrap();
    assert_eq!(series.photo(0), lying);
    series.home.archive.undo(None).unwrap();
    assert_eq!(series.photo(0), upright);
}

#[test]
fn the_times_of_a_camera_whose_clock_was_wrong_are_moved_as_one_op() {
    let mut series = series();
    series.set(&[0], &taken("2026-03-14T10:30"));
    series.set(&[1], &taken("2026-03-14"));
    let foretold = series.home.archive.shifted_times(&series.photos, -5400);
    let foretold: Vec<_> = foretold
        .unwrap()
        .into_iter()
        .map(|time| time.after)
        .collect();
    let nine = Some("2026-03-14T09:00".to_owned());
    assert_eq!(foretold, [nine.clone(), None, None, None]);
    let moved = series
        .home
        .archive
        .shift_photo_times(&series.photos, -5400)
        .unwrap();
    assert_eq!(moved.value, 1);
    assert_eq!(series.photo(0).taken_at, nine);
    assert_eq!(series.photo(1).taken_at.as_deref(), Some("2026-03-14"));
    series.home.archive.undo(None).unwrap();
    assert_eq!(
        series.photo(0).taken_at.as_deref(),
        Some("2026-03-14T10:30")
    );
}
