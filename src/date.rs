//! [`published`]: when an article was published, from the forms in which sources write it.

use jiff::civil::{Date, DateTime};
use jiff::fmt::rfc2822;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is not written as one of the forms that are read.
    Form,
    /// It is, but the calendar has no such day, or the day no such time.
    Calendar,
}

/// The date as `2021-08-16`, or the date and time as `2021-08-16T21:40`.
///
/// Read are ISO 8601 and RFC 3339 (`2021-08-16T21:40:00+02:00`, also with a space before the time or the
/// zone, as Jekyll writes it, and with slashes between the numbers of the day) and RFC 2822, as feeds have
/// it (`Mon, 16 Aug 2021 21:40:00 GMT`).
///
/// The time is the one on the wall where the source was written, as its own page shows it; the zone is left
/// out. Midnight to the second is how generators write a day without a time, so it is left out too.
///
/// # Errors
///
/// When it is none of these, or when there is no such day or time.
///
/// ```
/// use whosaid::date::{Fault, published};
///
/// assert_eq!(published("2021-08-16 21:40:05 +0200").as_deref(), Ok("2021-08-16T21:40"));
/// assert_eq!(published("2021-08-16T00:00:00Z").as_deref(), Ok("2021-08-16"));
/// assert_eq!(published("16 August"), Err(Fault::Form));
/// assert_eq!(published("2021-02-30"), Err(Fault::Calendar));
/// ```
pub fn published(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.starts_with(|first: char| first.is_alphabetic()) {
        let zoned = rfc2822::parse(text).map_err(|_| Fault::Form)?;
        return Ok(written(zoned.datetime(), true));
    }
    let (day, rest) = text.split_at_checked(10).ok_or(Fault::Form)?;
    let day = match shape(day).as_str() {
        "0000-00-00" => day.to_owned(),
        "0000/00/00" => day.replace('/', "-"),
        _ => return Err(Fault::Form),
    };
    let exists: Date = day.parse().map_err(|_| Fault::Calendar)?;
    let Some(rest) = rest.strip_prefix(['T', 't', ' ']) else {
        return if rest.is_empty() { Ok(exists.to_string()) } else { Err(Fault::Form) };
    };
    let zone_at = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')));
    let (time, zone) = rest.split_at(zone_at.unwrap_or(rest.len()));
    let zone = zone.trim_start().replace('-', "+");
    let is_zone = matches!(
        shape(&zone).as_str(),
        "" | "Z" | "z" | "UTC" | "GMT" | "+00:00" | "+0000" | "+00"
    );
    let whole = time.split(['.', ',']).next().unwrap_or_default();
    // `7:30`, as people write it by hand.
    let whole = if whole.find(':') == Some(1) { format!("0{whole}") } else { whole.to_owned() };
    let has_seconds = match shape(&whole).as_str() {
        "00:00" => false,
        "00:00:00" => true,
        _ => return Err(Fault::Form),
    };
    if !is_zone {
        return Err(Fault::Form);
    }
    // A leap second is a time that clocks show, and the calendar does not have.
    let minute = whole.strip_suffix(":60").filter(|_| has_seconds);
    let whole = minute.map_or(whole.clone(), |minute| format!("{minute}:59"));
    let at: DateTime = format!("{day}T{whole}").parse().map_err(|_| Fault::Calendar)?;
    Ok(written(at, has_seconds))
}

fn written(at: DateTime, has_seconds: bool) -> String {
    let is_day = has_seconds && at.time() == jiff::civil::Time::midnight();
    let form = if is_day { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M" };
    at.strftime(form).to_string()
}

/// The text with a nought for every digit.
fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_sources_write_them() {
        let check = |text: &str, expected: Result<&str, Fault>| {
            assert_eq!(published(text).as_deref(), expected.as_ref().copied(), "{text}");
        };
        for (text, expected) in [
            ("2021-08-16", "2021-08-16"),
            ("2021/08/16", "2021-08-16"),
            ("2021-08-16T21:40", "2021-08-16T21:40"),
            ("2021-08-16T00:00", "2021-08-16T00:00"),
            ("2021-08-16 00:00:00 -0500", "2021-08-16"),
            ("2021-08-16T21:40Z", "2021-08-16T21:40"),
            ("2021-08-16T21:40:00.123456+05:30", "2021-08-16T21:40"),
            ("2021-08-16 7:40:00 -0400", "2021-08-16T07:40"),
            ("2021-08-16 21:40:00 UTC", "2021-08-16T21:40"),
            ("2016-12-31T23:59:60Z", "2016-12-31T23:59"),
            ("Mon, 16 Aug 2021 21:40:00 GMT", "2021-08-16T21:40"),
            ("Mon, 16 Aug 2021 21:40:00 +0200", "2021-08-16T21:40"),
        ] {
            check(text, Ok(expected));
        }
        for text in [
            "",
            "16 August 2021",
            "2021-8-16",
            "20210816",
            "2021-08-16T21",
            "2021-08-16 noon",
            "Monday",
            "2021-08-1é",
        ] {
            check(text, Err(Fault::Form));
        }
        for text in ["2021-02-30", "2021-13-01", "2021-08-16T24:00", "2021-08-16T10:60"] {
            check(text, Err(Fault::Calendar));
        }
    }
}
