//! Times of notes as RFC 3339 has them.

use std::ops::Range;

/// Whether a text is a time.
pub(super) fn is_time(text: &str) -> bool {
    instant(text).is_some()
}

/// The milliseconds from 1970 to a time as RFC 3339 has it, which scripts write in UTC (`2026-11-27T20:15:00.000Z`) and
/// other programs also with an offset (`2026-11-27T21:15:00+01:00`). `None` where a text is no such time.
pub(super) fn instant(text: &str) -> Option<i64> {
    let number = |range: Range<usize>| {
        let figures = text.get(range)?;
        figures.bytes().all(|byte| byte.is_ascii_digit()).then(|| figures.parse::<i64>().ok())?
    };
    let signs = [(4, b'-'), (7, b'-'), (10, b'T'), (13, b':'), (16, b':')];
    if text.len() > 40 || signs.iter().any(|(at, sign)| text.as_bytes().get(*at) != Some(sign)) {
        return None;
    }
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let rest = text.get(19..)?;
    let (fraction, zone) = rest.split_at(rest.find(['Z', '+', '-'])?);
    let figures = if fraction.is_empty() { "0" } else { fraction.strip_prefix('.')? };
    let is_number = !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit());
    let millis: i64 = format!("{figures:0<3}").get(..3).filter(|_| is_number)?.parse().ok()?;
    let offset = match (zone, zone.as_bytes()) {
        ("Z", _) => 0,
        (_, &[sign, _, _, b':', _, _]) => {
            let [hours, minutes] = [1..3, 4..6].map(|part| zone.get(part)?.parse::<i64>().ok());
            (hours? * 60 + minutes?) * if sign == b'-' { -1 } else { 1 }
        }
        _ => return None,
    };
    // Years begin in March here, so that the day that some of them lack is their last: Howard Hinnant's
    // `days_from_civil`, <https://howardhinnant.github.io/date_algorithms.html>, for years from 0 on.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    let days = year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468;
    Some((((days * 24 + hour) * 60 + minute - offset) * 60 + second) * 1000 + millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_every_zone() {
        assert_eq!(instant("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(instant("2024-02-29T12:00:00.250Z"), Some(1_709_208_000_250));
        for text in ["2026-11-27T20:00Z", "2026-11-27T20:00:00", "2026-11-27T20:00:00.Z", "x"] {
            assert_eq!(instant(text), None, "{text}");
        }
    }
}
