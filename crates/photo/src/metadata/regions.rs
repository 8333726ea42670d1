//! Parts of a picture of which something is said.

use serde::Serialize;

use super::languages::InLanguages;
use super::shape::Shape;
use super::stated::GoesOn;
use super::values::Entity;

/// In which of three ways a region is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RegionScheme {
    /// Iptc4xmpExt:ImageRegion (IPTC Photo Metadata 2025.1, Image Region).
    Iptc,
    /// mwg-rs:Regions (MWG 2.0, 5.9).
    Mwg,
    /// MP:RegionInfo (Microsoft, People Tagging).
    Microsoft,
}

/// A part of a picture, and what is said of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Region {
    /// How it is written down.
    pub scheme: RegionScheme,
    /// Its identifier within the photo (rId).
    pub id: Option<String>,
    /// What it is called. Of a face this is the person's name, which stands in `persons` too.
    pub name: Option<InLanguages>,
    /// Names of the persons in it.
    pub persons: Vec<String>,
    /// Names of the organisations in it.
    pub organisations: Vec<String>,
    /// What it shows: of IPTC terms of a vocabulary (rCtype), of MWG `Face`, `Pet`, `Focus` or `BarCode`.
    pub kinds: Vec<Entity>,
    /// What it is for (rRole).
    pub roles: Vec<Entity>,
    /// More about it (mwg-rs:Description; dc:description in a region of IPTC).
    pub description: Option<String>,
    /// Where it is in the upright picture; nothing where that is not known.
    pub shape: Option<Shape>,
}

impl Region {
    /// A region of which nothing is said yet.
    #[must_use]
    pub fn new(scheme: RegionScheme) -> Self {
        Self {
            scheme,
            id: None,
            name: None,
            persons: Vec::new(),
            organisations: Vec::new(),
            kinds: Vec::new(),
            roles: Vec::new(),
            description: None,
            shape: None,
        }
    }

    /// Whether the other says of nearly the same place that the same person is there: programs write faces down in two
    /// ways, for the sake of other programs.
    pub(crate) fn is_same_face(&self, other: &Self) -> bool {
        self.is_same_place(other) && self.persons == other.persons
    }

    /// Whether both are rectangles that lie at nearly the same place.
    pub(crate) fn is_same_place(&self, other: &Self) -> bool {
        let is_near = |one: f64, other: f64| (one - other).abs() < 0.02;
        match (&self.shape, &other.shape) {
            (
                Some(Shape::Rectangle {
                    x,
                    y,
                    width,
                    height,
                }),
                Some(Shape::Rectangle {
                    x: x2,
                    y: y2,
                    width: width2,
                    height: height2,
                }),
            ) => {
                is_near(*x, *x2)
                    && is_near(*y, *y2)
                    && is_near(*width, *width2)
                    && is_near(*height, *height2)
            }
            _ => false,
        }
    }
}

impl GoesOn for Region {}
