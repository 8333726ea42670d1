//! Moments as documents write them.

/// Reads a date, or a date with its time, and gives it as RFC 3339 has it, with the offset that it has or without; none
/// where it is no moment, or the zero that a program writes for one it does not know.
pub(crate) fn read_moment(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, rest) = text.split_at_checked(10)?;
    let numbers: Vec<u32> = date
        .split('-')
        .map(|number| {
            let digits = number.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| number.parse().ok()).flatten()
        })
        .collect::<Option<_>>()?;
    let [year, month, day] = numbers.as_slice() else {
        return None;
    };
    // Windows counts from 1601, and so writes that for a date which nobody set.
    if *year < 1602 || !(1..=12).contains(month) || !(1..=31).contains(day) {
        return None;
    }
    let Some(time) = rest.strip_prefix(['T', 't', ' ']) else {
        return rest.is_empty().then(|| date.to_owned());
    };
    let end = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at_checked(end)?;
    let clock = clock.split('.').next()?;
    let parts: Vec<u32> = clock
        .split(':')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute, 0),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = match offset {
        "z" => "Z",
        "" | "Z" => offset,
        _ => is_offset(offset).then_some(offset)?,
    };
    Some(format!("{date}T{hour:02}:{minute:02}:{second:02}{offset}"))
}

fn is_offset(offset: &str) -> bool {
    let bytes = offset.as_bytes();
    bytes.len() == 6
        && bytes.iter().enumerate().all(|(place, byte)| match place {
            0 => matches!(byte, b'+' | b'-'),
            3 => *byte == b':',
            _ => byte.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::read_moment;

    #[test]
    fn moments_keep_their_offset_or_have_none() {
        let read = |text: &str| read_moment(text).unwrap();
        assert_eq!(read("2026-02-27T09:30:05Z"), "2026-02-27T09:30:05Z");
        assert_eq!(
            read("2026-02-27T09:30:05.123456+05:00"),
            "2026-02-27T09:30:05+05:00"
        );
        assert_eq!(read(" 2026-02-27 09:30 "), "2026-02-27T09:30:00");
        assert_eq!(read("2026-02-27"), "2026-02-27");
    }

    #[test]
    fn what_is_no_moment_is_none() {
        for text in [
            "",
            "кеше",
            "2026-13-01",
            "1601-01-01T00:00:00Z",
            "0000-00-00",
            "2026-02-27T25:00:00Z",
            "2026-02-27Tәөү",
        ] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }
}
