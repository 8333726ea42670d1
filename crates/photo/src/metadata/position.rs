//! Where on Earth a photo was taken, or lies what it shows.

use serde::Serialize;

use super::stated::Reconcile;

/// A position by WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Position {
    /// Degrees north of the equator, −90 to 90.
    pub latitude: f64,
    /// Degrees east of Greenwich, −180 to 180.
    pub longitude: f64,
    /// Metres above the sea, negative below it.
    pub altitude: Option<f64>,
}

/// How far two positions may lie apart and still be one, in degrees: some ten metres. Programs round.
const APART: f64 = 0.0001;
/// The same for altitudes, in metres.
const APART_IN_HEIGHT: f64 = 1.0;

impl Position {
    /// The position, if it lies on Earth. An altitude that does not is left out: −12,000 to 100,000 metres.
    pub(crate) fn new(latitude: f64, longitude: f64, altitude: Option<f64>) -> Option<Self> {
        let is_on_earth =
            (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        let altitude = altitude.filter(|metres| (-12_000.0..=100_000.0).contains(metres));
        // A millimetre is less than any of them is measured to; what follows is noise of the computation.
        let round = |number: f64, parts: f64| (number * parts).round() / parts;
        is_on_earth.then_some(Self {
            latitude: round(latitude, 1e8),
            longitude: round(longitude, 1e8),
            altitude: altitude.map(|metres| round(metres, 1e3)),
        })
    }
}

/// A coordinate as XMP writes it (ISO 16684-1, 8.2.2.2, GPSCoordinate), to less than a millimetre.
pub(crate) fn write_coordinate(degrees: f64, [plus, minus]: [char; 2]) -> String {
    let sign = if degrees < 0.0 { minus } else { plus };
    // Minutes are rounded first, so that none becomes 60.
    let minutes = (degrees.abs() * 60.0 * 1e8).round() / 1e8;
    let whole = (minutes / 60.0).floor();
    format!("{whole},{:.8}{sign}", minutes - whole * 60.0)
}

impl Reconcile for Position {
    fn join(&self, other: &Self) -> Option<Self> {
        let is_near = (self.latitude - other.latitude).abs() < APART
            && (self.longitude - other.longitude).abs() < APART;
        let altitude = match (self.altitude, other.altitude) {
            (Some(one), Some(other)) if (one - other).abs() >= APART_IN_HEIGHT => return None,
            (one, other) => one.or(other),
        };
        is_near.then_some(Self { altitude, ..*self })
    }
}

/// Degrees of degrees, minutes and seconds; nothing where a part is none (60 itself is what rounding makes of 59.9999).
pub(crate) fn degrees(degrees: f64, minutes: f64, seconds: f64) -> Option<f64> {
    let is_real =
        degrees >= 0.0 && (0.0..=60.0).contains(&minutes) && (0.0..=60.0).contains(&seconds);
    is_real.then_some(degrees + minutes / 60.0 + seconds / 3600.0)
}

/// A coordinate as XMP writes it (ISO 16684-1, exif:GPSLatitude: `45,0.936N` or `45,0,56N`), or as a plain number.
pub(crate) fn read_coordinate(text: &str) -> Option<f64> {
    let text = text.trim();
    let (numbers, sign) = match text.chars().last()?.to_ascii_uppercase() {
        'N' | 'E' => (text.get(..text.len() - 1)?, 1.0),
        'S' | 'W' => (text.get(..text.len() - 1)?, -1.0),
        _ => return text.parse().ok().filter(|number: &f64| number.is_finite()),
    };
    let numbers: Vec<f64> = numbers
        .split(',')
        .map(|number| number.trim().parse().ok())
        .collect::<Option<_>>()?;
    let part = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
    (1..=3).contains(&numbers.len()).then_some(())?;
    degrees(part(0), part(1), part(2)).map(|degrees| degrees * sign)
}

/// A number as XMP writes it: `480`, `0.5` or `480/1`.
pub(crate) fn read_number(text: &str) -> Option<f64> {
    let text = text.trim();
    let number = match text.split_once('/') {
        Some((number, parts)) => {
            number.trim().parse::<f64>().ok()? / parts.trim().parse::<f64>().ok()?
        }
        None => text.parse().ok()?,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_of_xmp() {
        let is = |text: &str, wanted: f64| {
            let read = read_coordinate(text).unwrap();
            assert!((read - wanted).abs() < 1e-9, "{text}: {read}");
        };
        is("45,0.936N", 45.0156);
        for degrees in [
            0.0,
            45.0156,
            -94.288772,
            59.999_999_999,
            -180.0,
            0.000_000_01,
        ] {
            is(&write_coordinate(degrees, ['N', 'S']), degrees);
        }
        is("48,16,30S", -48.275);
        is("16,20.28E", 16.338);
        is("-94.25", -94.25);
        for wrong in ["", "N", "45,70N", "a,bN", "NaN", "қ", "1,2,3,4N"] {
            assert_eq!(read_coordinate(wrong), None, "{wrong}");
        }
        assert_eq!(read_number("480/2"), Some(240.0));
        assert_eq!(read_number("1/0"), None);
        assert_eq!(Position::new(91.0, 0.0, None), None);
        assert_eq!(Position::new(f64::NAN, 0.0, None), None);
    }

    #[test]
    fn positions_that_programs_rounded_are_one() {
        let exif = Position::new(45.0156, 78.3739, None).unwrap();
        let xmp = Position::new(45.01563, 78.37391, Some(600.0)).unwrap();
        assert_eq!(
            exif.join(&xmp),
            Position::new(45.0156, 78.3739, Some(600.0))
        );
        assert_eq!(exif.join(&Position::new(43.2, 76.9, None).unwrap()), None);
    }
}
