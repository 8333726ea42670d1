//! Where in a picture something is: as fractions of the picture as it is seen upright, whatever way the camera was held.

use serde::Serialize;

/// A point, from the upper left corner, as fractions of width and height, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// From the left, of the width.
    pub x: f64,
    /// From the top, of the height.
    pub y: f64,
}

/// A part of a picture, as fractions of the upright picture, 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "shape", rename_all = "lowercase")]
pub enum Shape {
    /// A rectangle.
    Rectangle {
        /// Its left edge, of the width.
        x: f64,
        /// Its upper edge, of the height.
        y: f64,
        /// How wide it is, of the width.
        width: f64,
        /// How high it is, of the height.
        height: f64,
    },
    /// A circle of the picture's pixels.
    Circle {
        /// Its centre, of the width.
        x: f64,
        /// Its centre, of the height.
        y: f64,
        /// Its radius, of the width.
        radius_x: f64,
        /// Its radius, of the height.
        radius_y: f64,
    },
    /// Straight lines from point to point and back to the first.
    Polygon {
        /// Its corners, three or more.
        vertices: Vec<Point>,
    },
    /// A point.
    Point(Point),
}

/// The picture that shapes lie in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Picture {
    /// Width and height as it is stored, in pixels, if they are known.
    pub(crate) stored: Option<(u32, u32)>,
    /// How it is to be turned: Exif orientation, 1 to 8.
    pub(crate) orientation: u8,
}

impl Picture {
    /// The same picture, as regions see it that were measured on one of this size. One that has the proportions of the
    /// upright picture was turned before, and needs no turning; one with others was cropped since, and where something
    /// lies in it is not known.
    pub(crate) fn as_measured_on(self, applied: Option<(f64, f64)>) -> Option<Self> {
        let (Some((width, height)), Some((stored_width, stored_height))) = (applied, self.stored)
        else {
            return Some(self);
        };
        let ratio = width / height;
        let stored = f64::from(stored_width) / f64::from(stored_height);
        let is = |wanted: f64| (ratio / wanted - 1.0).abs() < 0.02;
        if is(stored) {
            Some(self)
        } else if self.orientation >= 5 && is(1.0 / stored) {
            let stored = Some((stored_height, stored_width));
            Some(Self {
                stored,
                orientation: 1,
            })
        } else {
            None
        }
    }

    /// Where a point of the stored picture is in the upright one, without the noise of its computation.
    fn turn(self, point: Point) -> Point {
        let Point { x, y } = point;
        let (x, y) = match self.orientation {
            2 => (1.0 - x, y),
            3 => (1.0 - x, 1.0 - y),
            4 => (x, 1.0 - y),
            5 => (y, x),
            6 => (1.0 - y, x),
            7 => (1.0 - y, 1.0 - x),
            8 => (y, 1.0 - x),
            _ => (x, y),
        };
        Point {
            x: round(x),
            y: round(y),
        }
    }

    /// Where a shape of the upright picture is in the stored one; nothing where it lies in neither. Of a circle, its
    /// radius is then one of the stored picture's width and height.
    pub(crate) fn turn_back(self, shape: &Shape) -> Option<Shape> {
        // All turns but two are their own opposites.
        let back = Self {
            orientation: match self.orientation {
                6 => 8,
                8 => 6,
                orientation => orientation,
            },
            stored: None,
        };
        match shape {
            Shape::Rectangle {
                x,
                y,
                width,
                height,
            } => back.rectangle(*x, *y, *width, *height),
            Shape::Circle {
                x,
                y,
                radius_x,
                radius_y,
            } => {
                let Point { x, y } = back.point_within(*x, *y)?;
                let is_real = |radius: &f64| *radius > 0.0 && radius.is_finite();
                let (radius_x, radius_y) = if self.orientation >= 5 {
                    (*radius_y, *radius_x)
                } else {
                    (*radius_x, *radius_y)
                };
                (is_real(&radius_x) && is_real(&radius_y)).then_some(Shape::Circle {
                    x,
                    y,
                    radius_x,
                    radius_y,
                })
            }
            Shape::Polygon { vertices } => {
                let vertices: Vec<(f64, f64)> =
                    vertices.iter().map(|vertex| (vertex.x, vertex.y)).collect();
                back.polygon(&vertices)
            }
            Shape::Point(point) => back.point(point.x, point.y),
        }
    }

    /// The rectangle with these edges, given as fractions of the stored picture. What lies outside of it is cut off.
    pub(crate) fn rectangle(self, left: f64, top: f64, width: f64, height: f64) -> Option<Shape> {
        let one = self.turn(Point { x: left, y: top });
        let other = self.turn(Point {
            x: left + width,
            y: top + height,
        });
        let within = |number: f64| number.clamp(0.0, 1.0);
        let (x, y) = (within(one.x.min(other.x)), within(one.y.min(other.y)));
        let (width, height) = (
            round(within(one.x.max(other.x)) - x),
            round(within(one.y.max(other.y)) - y),
        );
        (width > 0.0 && height > 0.0).then_some(Shape::Rectangle {
            x,
            y,
            width,
            height,
        })
    }

    /// The circle around a point of the stored picture, with a radius of this many of its widths.
    pub(crate) fn circle(self, x: f64, y: f64, radius: f64) -> Option<Shape> {
        let (width, height) = self.stored?;
        let (of_width, of_height) = (radius, radius * f64::from(width) / f64::from(height));
        let (radius_x, radius_y) = if self.orientation >= 5 {
            (of_height, of_width)
        } else {
            (of_width, of_height)
        };
        let Point { x, y } = self.point_within(x, y)?;
        let is_real = radius_x > 0.0 && radius_x.is_finite() && radius_y.is_finite();
        is_real.then_some(Shape::Circle {
            x,
            y,
            radius_x: round(radius_x),
            radius_y: round(radius_y),
        })
    }

    /// The polygon with these corners, given as fractions of the stored picture.
    pub(crate) fn polygon(self, vertices: &[(f64, f64)]) -> Option<Shape> {
        let vertices: Vec<Point> = vertices
            .iter()
            .map(|(x, y)| self.point_within(*x, *y))
            .collect::<Option<_>>()?;
        (vertices.len() >= 3).then_some(Shape::Polygon { vertices })
    }

    /// The point, given as fractions of the stored picture.
    pub(crate) fn point(self, x: f64, y: f64) -> Option<Shape> {
        self.point_within(x, y).map(Shape::Point)
    }

    fn point_within(self, x: f64, y: f64) -> Option<Point> {
        let is_within = |number: f64| (0.0..=1.0).contains(&number);
        (is_within(x) && is_within(y)).then(|| self.turn(Point { x, y }))
    }
}

/// To a thousandth of a millionth: less than any pixel.
fn round(fraction: f64) -> f64 {
    (fraction * 1e9).round() / 1e9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(orientation: u8) -> Picture {
        Picture {
            stored: Some((1200, 800)),
            orientation,
        }
    }

    fn is_near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-9
    }

    #[test]
    fn a_rectangle_goes_with_the_picture_that_is_turned_upright() {
        // The stored upper left corner, a fifth wide and a tenth high.
        for (orientation, wanted) in [
            (1, [0.0, 0.0, 0.2, 0.1]),
            (2, [0.8, 0.0, 0.2, 0.1]),
            (3, [0.8, 0.9, 0.2, 0.1]),
            (4, [0.0, 0.9, 0.2, 0.1]),
            (5, [0.0, 0.0, 0.1, 0.2]),
            (6, [0.9, 0.0, 0.1, 0.2]),
            (7, [0.9, 0.8, 0.1, 0.2]),
            (8, [0.0, 0.8, 0.1, 0.2]),
        ] {
            let shape = picture(orientation).rectangle(0.0, 0.0, 0.2, 0.1);
            let Some(Shape::Rectangle {
                x,
                y,
                width,
                height,
            }) = shape
            else {
                panic!("{orientation}: {shape:?}");
            };
            let read = [x, y, width, height];
            assert!(
                read.iter()
                    .zip(wanted)
                    .all(|(one, other)| is_near(*one, other)),
                "{orientation}: {read:?}"
            );
        }
        let cut = picture(1).rectangle(-0.1, 0.5, 0.3, 0.9);
        assert!(
            matches!(cut, Some(Shape::Rectangle { x: 0.0, width, height: 0.5, .. }) if is_near(width, 0.2))
        );
        assert_eq!(picture(1).rectangle(1.5, 0.5, 0.3, 0.1), None);
        assert_eq!(picture(1).rectangle(f64::NAN, 0.0, 0.1, 0.1), None);
    }

    #[test]
    fn a_circle_stays_round_in_pixels() {
        let Some(Shape::Circle {
            x,
            y,
            radius_x,
            radius_y,
        }) = picture(6).circle(0.5, 0.25, 0.1)
        else {
            panic!("a circle");
        };
        // 120 pixels, of 800 wide and 1200 high when upright.
        assert!(
            is_near(x, 0.75)
                && is_near(y, 0.5)
                && is_near(radius_x, 0.15)
                && is_near(radius_y, 0.1)
        );
        assert_eq!(
            Picture {
                stored: None,
                orientation: 1
            }
            .circle(0.5, 0.5, 0.1),
            None
        );
    }

    #[test]
    fn what_was_measured_on_the_upright_picture_is_not_turned_again_and_a_crop_is_not_trusted() {
        let measured = |width, height| picture(6).as_measured_on(Some((width, height)));
        assert_eq!(measured(600.0, 400.0), Some(picture(6)));
        let upright = Picture {
            stored: Some((800, 1200)),
            orientation: 1,
        };
        assert_eq!(measured(800.0, 1200.0), Some(upright));
        assert_eq!(measured(1000.0, 1000.0), None);
        assert_eq!(measured(0.0, 0.0), None);
        assert_eq!(picture(1).as_measured_on(Some((800.0, 1200.0))), None);
    }
}
