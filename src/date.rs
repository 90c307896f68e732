//! [`published`]: when an article was published, from the forms in which sources write it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;

/// The names of the months in the languages of [`published`], in their order, with how they are shortened to more
/// than three letters, or to three that do not begin the name.
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "jänner", "janvier", "janv", "enero", "gennaio", "janeiro", "januari"],
    &[
        "february",
        "februar",
        "février",
        "fevrier",
        "févr",
        "febrero",
        "febbraio",
        "fevereiro",
        "februari",
    ],
    &["march", "märz", "mrz", "mars", "marzo", "março", "maart", "mrt", "marts"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "juil", "julio", "luglio", "julho"],
    &["august", "août", "aout", "agosto", "augustus", "augusti"],
    // American newspapers shorten it to four letters.
    &["september", "sept", "septembre", "septiembre", "setiembre", "settembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &[
        "december",
        "dezember",
        "décembre",
        "decembre",
        "diciembre",
        "dicembre",
        "dezembro",
        "desember",
    ],
];

/// The names of the days of the week in these languages, from Monday on; in English and German also as they are
/// shortened.
const WEEKDAYS: [&[&str]; 7] = [
    &[
        "monday", "mon", "montag", "mo", "lundi", "lunes", "lunedì", "segunda", "maandag",
        "mandag", "måndag",
    ],
    &[
        "tuesday", "tues", "tue", "dienstag", "die", "di", "mardi", "martes", "martedì", "terça",
        "dinsdag", "tirsdag", "tisdag",
    ],
    &[
        "wednesday",
        "wed",
        "mittwoch",
        "mit",
        "mi",
        "mercredi",
        "miércoles",
        "mercoledì",
        "quarta",
        "woensdag",
        "onsdag",
    ],
    &[
        "thursday",
        "thurs",
        "thur",
        "thu",
        "donnerstag",
        "don",
        "do",
        "jeudi",
        "jueves",
        "giovedì",
        "quinta",
        "donderdag",
        "torsdag",
    ],
    &[
        "friday", "fri", "freitag", "fre", "fr", "vendredi", "viernes", "venerdì", "sexta",
        "vrijdag", "fredag",
    ],
    &[
        "saturday",
        "sat",
        "samstag",
        "sam",
        "sonnabend",
        "sa",
        "samedi",
        "sábado",
        "sabato",
        "zaterdag",
        "lørdag",
        "lördag",
    ],
    &[
        "sunday", "sun", "sonntag", "son", "so", "dimanche", "domingo", "domenica", "zondag",
        "søndag", "söndag",
    ],
];

/// What stands behind the number of a day: the dot is German and Danish, `er` French, the ring Italian and Portuguese.
const ORDINALS: [&str; 8] = [".", "st", "nd", "rd", "th", "er", "º", "°"];

/// What may stand before a day, and between its number, the month and the year.
const ARTICLES: [&str; 2] = ["den ", "le "];
const PREPOSITIONS: [&str; 3] = ["of ", "de ", "del "];

/// The halves of a day with the hours before them.
const HALVES: [(&str, i8); 4] = [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)];

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
/// Read are ISO 8601 and RFC 3339 (`2021-08-16T21:40:00+02:00`, also with a space before the time or the zone, as
/// Jekyll writes it, with a zone of one figure, as YAML 1.1 has it (`-4`), with slashes between the numbers of the
/// day or dots, and without their noughts; a day alone also as `20210816`), RFC 2822, as feeds have it (`Mon, 16 Aug 2021
/// 21:40:00 GMT`), days with the name of the month or its first three letters (`August 16, 2021`,
/// `16 Aug. 2021`, `16-Aug-2021`, `16th of August 2021`, `16. August 2021`, `16 de agosto de 2021`) in English, German,
/// French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian or Swedish, and seconds or milliseconds since 1970 in UTC, as data has
/// it (10 or 13 figures, from 2001 to 2030). Before each day its name may stand (`Monday, August 16, 2021`), and behind
/// it a time may be one of twelve hours (`9:40 PM`).
///
/// A day in numbers with the year last is read where it can be one day alone: with dots it is the day that comes first
/// (`5.6.2021`), with slashes only the number above 12 tells (`25/6/2021`, `6/25/2021`). `5/6/2021` is one day in
/// Europe and another in America, so it is not read.
///
/// The time is the one on the wall where the source was written, as its own page shows it; the zone is left
/// out, whether it is an offset or a name. Midnight to the second is how generators write a day without a time,
/// so it is left out too.
///
/// # Errors
///
/// When it is none of these, or when there is no such day or time, or the day has another name.
///
/// ```
/// use whosaid::date::{Fault, published};
///
/// assert_eq!(published("2021-08-16 21:40:05 +0200").as_deref(), Ok("2021-08-16T21:40"));
/// assert_eq!(published("2021-08-16T00:00:00Z").as_deref(), Ok("2021-08-16"));
/// assert_eq!(published("Aug. 16, 2021 9:40 PM EST").as_deref(), Ok("2021-08-16T21:40"));
/// assert_eq!(published("16 August"), Err(Fault::Form));
/// assert_eq!(published("2021-02-30"), Err(Fault::Calendar));
/// ```
pub fn published(text: &str) -> Result<String, Fault> {
    let text = text.trim();
    if text.starts_with(char::is_alphabetic)
        && let Ok(zoned) = rfc2822::parse(text)
    {
        return Ok(written(zoned.datetime(), true));
    }
    if let Some(instant) = since_1970(text) {
        return Ok(instant);
    }
    let (weekday, text) = weekday(without(&ARTICLES, text));
    let text = without(&ARTICLES, text);
    let Day { year, month, day, rest } = in_numbers(text)
        .or_else(|| year_last(text))
        .or_else(|| in_words(text))
        .ok_or(Fault::Form)?;
    let day = Date::new(year, month, day).map_err(|_| Fault::Calendar)?;
    // Where the name is wrong, so may the number be.
    if weekday.is_some_and(|stated| stated != day.weekday().to_monday_zero_offset()) {
        return Err(Fault::Calendar);
    }
    if rest.is_empty() {
        return Ok(day.to_string());
    }
    let is_separator = |c: char| matches!(c, 'T' | 't' | ',') || c.is_whitespace();
    let rest = rest.strip_prefix(is_separator).ok_or(Fault::Form)?.trim_start();
    // Pages set the time apart, as in `August 16, 2021 | 9:40 pm`.
    let apart = ["| ", "- ", "– ", "· "].iter().find_map(|mark| rest.strip_prefix(mark));
    let rest = apart.unwrap_or(rest).trim_start();
    let rest = without(&["at ", "à "], rest);
    let time_end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')));
    let (time, rest) = rest.split_at(time_end.unwrap_or(rest.len()));
    let rest = rest.trim_start();
    let (hours_before, zone) = half_of_day(rest.strip_prefix("Uhr").unwrap_or(rest));
    if !is_zone(zone.trim_start()) {
        return Err(Fault::Form);
    }
    let (time, has_seconds) = time_of_day(time, hours_before)?;
    Ok(written(day.to_datetime(time), has_seconds))
}

/// A day as it is written, whether or not the calendar has it.
struct Day<'t> {
    year: i16,
    month: i8,
    day: i8,
    /// What stands behind it.
    rest: &'t str,
}

/// The day of the week that a text begins with, from Monday on, if it does, and what follows.
fn weekday(text: &str) -> (Option<i8>, &str) {
    let (word, rest) = first_word(text);
    let number = WEEKDAYS.iter().position(|names| names.contains(&&*word.to_lowercase()));
    let Some(number) = number.and_then(|number| i8::try_from(number).ok()) else {
        return (None, text);
    };
    let rest = rest.strip_prefix("-feira").unwrap_or(rest);
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    (Some(number), rest)
}

/// The text behind one of these words, or all of it where it begins with none.
fn without<'t>(words: &[&str], text: &'t str) -> &'t str {
    words.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_start()
}

/// The instant that a number of seconds or milliseconds stands for, in UTC, from 2001 to 2030: others may be a day and
/// an hour without anything between them (`2021081614`).
fn since_1970(text: &str) -> Option<String> {
    let n_figures = text.len();
    if !matches!(n_figures, 10 | 13) || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    let seconds = if n_figures == 13 { number / 1000 } else { number };
    let instant = Timestamp::from_second(seconds).ok()?;
    (1_000_000_000..1_900_000_000)
        .contains(&seconds)
        .then(|| written(instant.to_zoned(TimeZone::UTC).datetime(), true))
}

/// The day at the start of a text with its year first: `2021-08-16`, `2021/8/16`, `2021.8.16`; of one without anything else also
/// `20210816`.
fn in_numbers(text: &str) -> Option<Day<'_>> {
    if text.len() == 8 && figures(text).0.len() == 8 {
        let number = |range: std::ops::Range<usize>| text[range].parse::<i8>().ok();
        let (month, day) = (number(4..6)?, number(6..8)?);
        return Some(Day { year: text[..4].parse().ok()?, month, day, rest: "" });
    }
    let (year, rest) = year(text)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, rest) = day_or_month(rest.strip_prefix(separator)?)?;
    let (day, rest) = day_or_month(rest.strip_prefix(separator)?)?;
    Some(Day { year, month, day, rest })
}

/// The day at the start of a text with its year last, where it can be one day alone: `16.8.2021`, `16/8/2021`,
/// `8/16/2021`.
fn year_last(text: &str) -> Option<Day<'_>> {
    let (first, rest) = day_or_month(text)?;
    let separator = rest.chars().next().filter(|c| matches!(c, '.' | '/'))?;
    let (second, rest) = day_or_month(rest[1..].trim_start_matches(' '))?;
    let (year, rest) = year(rest.strip_prefix(separator)?.trim_start_matches(' '))?;
    let (day, month) = match separator {
        '.' => (first, second),
        _ if first > 12 => (first, second),
        _ if second > 12 => (second, first),
        _ => return None,
    };
    Some(Day { year, month, day, rest })
}

/// The day at the start of a text with its month as a word: `August 16, 2021`, `16 Aug. 2021`, `16-Aug-2021`,
/// `16. August 2021`.
fn in_words(text: &str) -> Option<Day<'_>> {
    let number_of_day = |text| {
        let (day, rest) = day_or_month(text)?;
        let ordinal = ORDINALS.iter().find_map(|ordinal| rest.strip_prefix(ordinal));
        Some((day, ordinal.unwrap_or(rest)))
    };
    let (month, day, rest) = if text.starts_with(|first: char| first.is_ascii_digit()) {
        let (day, rest) = number_of_day(text)?;
        if let Some(rest) = rest.strip_prefix('-') {
            let (month, rest) = month_name(rest)?;
            let (year, rest) = year(rest.strip_prefix('-')?)?;
            return Some(Day { year, month, day, rest });
        }
        let (month, rest) = month_name(without(&PREPOSITIONS, rest.trim_start()))?;
        (month, day, without(&PREPOSITIONS, rest.trim_start()))
    } else {
        let (month, rest) = month_name(text)?;
        let (day, rest) = number_of_day(rest.trim_start())?;
        (month, day, rest)
    };
    let (year, rest) = year(rest.strip_prefix(',').unwrap_or(rest).trim_start())?;
    Some(Day { year, month, day, rest })
}

/// The month whose name, or its first three letters, a text begins with, and what follows.
fn month_name(text: &str) -> Option<(i8, &str)> {
    let (word, rest) = first_word(text);
    let word = word.to_lowercase();
    let is_short = word.chars().count() == 3;
    let is_name = |name: &&str| word == **name;
    let is_start = |name: &&str| is_short && name.starts_with(&word);
    let mut starts = (0..MONTHS.len()).filter(|idx| MONTHS[*idx].iter().any(is_start));
    let idx = MONTHS.iter().position(|names| names.iter().any(is_name)).or_else(|| {
        // `jui` begins both juin and juillet.
        starts.next().filter(|_| starts.next().is_none())
    })?;
    Some((i8::try_from(idx + 1).ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// The letters at the start of a text, and what follows.
fn first_word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

/// The number of four figures at the start of a text, and what follows.
fn year(text: &str) -> Option<(i16, &str)> {
    let (number, rest) = figures(text);
    if number.len() != 4 {
        return None;
    }
    Some((number.parse().ok()?, rest))
}

/// The number of one or two figures at the start of a text, and what follows.
fn day_or_month(text: &str) -> Option<(i8, &str)> {
    let (number, rest) = figures(text);
    if number.len() > 2 {
        return None;
    }
    Some((number.parse().ok()?, rest))
}

/// The figures at the start of a text, and what follows.
fn figures(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// The hours before the half of the day that a text begins with, if it does, and what follows.
fn half_of_day(text: &str) -> (Option<i8>, &str) {
    let half = HALVES.iter().find_map(|(name, hours_before)| {
        let (start, rest) = text.split_at_checked(name.len())?;
        // `AMT` is a zone.
        let is_it = start.eq_ignore_ascii_case(name) && !rest.starts_with(char::is_alphanumeric);
        is_it.then_some((Some(*hours_before), rest))
    });
    half.unwrap_or((None, text))
}

/// Whether what stands behind a time is a zone: an offset, a name, both as RFC 9557 has it, or nothing.
fn is_zone(text: &str) -> bool {
    let (zone, brackets) = text.split_at(text.find('[').unwrap_or(text.len()));
    let is_bracketed = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '[' | ']' | '!' | '/' | '_' | '+' | '-' | '=')
    };
    let is_sound = brackets.ends_with(']') && brackets.chars().all(is_bracketed);
    if !brackets.is_empty() && !is_sound {
        return false;
    }
    let zone = zone.trim_end();
    let is_offset = matches!(
        shape(&zone.replace('-', "+")).as_str(),
        "" | "Z" | "z" | "+00:00" | "+0000" | "+00" | "+0:00" | "+0"
    );
    // In capitals, because a small word behind a time may be any word.
    let is_abbreviation = (2..=5).contains(&zone.len())
        && zone.chars().all(|c| c.is_ascii_uppercase())
        && !matches!(zone, "AM" | "PM");
    let is_place = zone.starts_with(|first: char| first.is_ascii_uppercase())
        && zone.contains('/')
        && zone.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '_' | '+' | '-'));
    is_offset || is_abbreviation || is_place
}

/// The time, and whether its seconds are stated; `hours_before` is of the half of the day, where one is stated.
fn time_of_day(text: &str, hours_before: Option<i8>) -> Result<(Time, bool), Fault> {
    let whole = text.split(['.', ',']).next().unwrap_or_default();
    let numbers: Vec<&str> = whole.split(':').collect();
    let (hour, minute, second) = match numbers[..] {
        [hour, minute] => (hour, minute, None),
        [hour, minute, second] => (hour, minute, Some(second)),
        _ => return Err(Fault::Form),
    };
    let number = |text: &str| text.parse::<i8>().map_err(|_| Fault::Form);
    let of_two = |text: &str| if text.len() == 2 { number(text) } else { Err(Fault::Form) };
    // `7:30`, as people write it by hand.
    let hour = if hour.len() == 1 { number(hour)? } else { of_two(hour)? };
    let minute = of_two(minute)?;
    let hour = match hours_before {
        None => hour,
        Some(hours_before) if (1..=12).contains(&hour) => hour % 12 + hours_before,
        Some(_) => return Err(Fault::Calendar),
    };
    let has_seconds = second.is_some();
    // A leap second is a time that clocks show, and the calendar does not have.
    let second = match second.map_or(Ok(0), of_two)? {
        60 => 59,
        second => second,
    };
    let time = Time::new(hour, minute, second, 0).map_err(|_| Fault::Calendar)?;
    Ok((time, has_seconds))
}

fn written(at: DateTime, has_seconds: bool) -> String {
    let is_day = has_seconds && at.time() == Time::midnight();
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
            ("20210816", "2021-08-16"),
            ("1629150000", "2021-08-16T21:40"),
            ("1629150000123", "2021-08-16T21:40"),
            ("1629072000", "2021-08-16"),
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
            "16 August",
            "202108160",
            "2021081614",
            "1999081614",
            "2021081",
            "20210816T21:40",
            "2021-08-16T21",
            "2021-08-16 noon",
            "Monday",
            "2021-08-1é",
        ] {
            check(text, Err(Fault::Form));
        }
        for text in ["2021-02-30", "2021-13-01", "2021-08-16T24:00", "2021-08-16T10:60", "20210230"]
        {
            check(text, Err(Fault::Calendar));
        }
    }

    #[track_caller]
    fn check_read(cases: &[(&str, &str)]) {
        for (text, expected) in cases {
            assert_eq!(published(text).as_deref(), Ok(*expected), "{text}");
        }
    }

    #[test]
    fn months_may_be_words() {
        check_read(&[
            ("May 5, 2021", "2021-05-05"),
            ("5 May 2021", "2021-05-05"),
            ("Jul 08 2022", "2022-07-08"),
            ("Jul 8, 2022 8:00 PM", "2022-07-08T20:00"),
            ("jul. 8, 2022, 8:00 p.m. ET", "2022-07-08T20:00"),
            ("JULY 8, 2022 at 8:00\u{202f}AM", "2022-07-08T08:00"),
            ("Sept. 30, 2021", "2021-09-30"),
            ("16 August 2021 21:40:00 GMT", "2021-08-16T21:40"),
            ("31 dec. 2021 00:00:00", "2021-12-31"),
            ("2nd March 2024", "2024-03-02"),
            ("March 2nd, 2024", "2024-03-02"),
            ("2. März 2024", "2024-03-02"),
            ("2. Mrz. 2024, 21:40 Uhr", "2024-03-02T21:40"),
            ("31. Dezember 2024", "2024-12-31"),
            ("1. Okt 2024", "2024-10-01"),
            ("5 Mai 2021", "2021-05-05"),
            ("16-Aug-2021", "2021-08-16"),
            ("16-Aug-2021 21:40", "2021-08-16T21:40"),
        ]);
        check_read(&[
            ("6th of May, 2024", "2024-05-06"),
            ("le lundi 6 mai 2024", "2024-05-06"),
            ("lundi 6 mai 2024", "2024-05-06"),
            ("1er août 2024 à 21:40", "2024-08-01T21:40"),
            ("12 juil. 2024", "2024-07-12"),
            ("lunes, 6 de mayo de 2024", "2024-05-06"),
            ("6 de septiembre del 2024", "2024-09-06"),
            ("lunedì 6 maggio 2024", "2024-05-06"),
            ("1° maggio 2024", "2024-05-01"),
            ("segunda-feira, 6 de maio de 2024", "2024-05-06"),
            ("maandag 6 mei 2024", "2024-05-06"),
            ("5 mrt. 2024", "2024-03-05"),
            ("mandag den 6. maj 2024", "2024-05-06"),
            ("6. desember 2024", "2024-12-06"),
            ("måndag 6 maj 2024", "2024-05-06"),
        ]);
        for text in [
            "5 jui 2021",
            "5 ma 2021",
            "Maybe 5, 2021",
            "May 2021",
            "May 5",
            "May 5, 21",
            "May 005, 2021",
            "May 5, 2021st",
            "Ma 5, 2021",
            "5. 2021",
            "Mayé 5, 2021",
            "May é",
            "5 2021",
            "5 May 2021 8 PM",
        ] {
            assert_eq!(published(text), Err(Fault::Form), "{text}");
        }
        for text in ["May 32, 2021", "29 Feb 2021", "0 May 2021"] {
            assert_eq!(published(text), Err(Fault::Calendar), "{text}");
        }
    }

    #[test]
    fn a_day_may_have_its_name() {
        check_read(&[
            ("Monday, August 16, 2021", "2021-08-16"),
            ("Monday, August 16, 2021 9:40 PM", "2021-08-16T21:40"),
            ("Mon 16 Aug 2021", "2021-08-16"),
            ("Tues., Aug. 17, 2021", "2021-08-17"),
            ("Montag, den 16. August 2021", "2021-08-16"),
            ("Mo., 16.08.2021, 21:40 Uhr", "2021-08-16T21:40"),
            ("So 15.8.2021", "2021-08-15"),
        ]);
        for text in ["Monday", "Monday, ", "Monday August", "Sunday Times 16 Aug 2021"] {
            assert_eq!(published(text), Err(Fault::Form), "{text}");
        }
        assert_eq!(published("Monday, August 17, 2021"), Err(Fault::Calendar));
    }

    #[test]
    fn numbers_need_no_noughts_but_must_be_one_day_alone() {
        check_read(&[
            ("2021-5-6", "2021-05-06"),
            ("2021/5/16 7:05", "2021-05-16T07:05"),
            ("2021-8-16T21:40", "2021-08-16T21:40"),
            ("2021.08.16", "2021-08-16"),
            ("2021.8.16 21:40", "2021-08-16T21:40"),
            ("5.6.2021", "2021-06-05"),
            ("05. 06. 2021 21:40", "2021-06-05T21:40"),
            ("25/6/2021", "2021-06-25"),
            ("06/25/2021 9:40 PM", "2021-06-25T21:40"),
        ]);
        for text in [
            "5/6/2021",
            "05/06/2021",
            "5-6-2021",
            "25-6-2021",
            "2021-5/6",
            "2021.5-6",
            "16-Aug 2021",
            "2021-5-",
            "2021-005-06",
            "21-5-6",
            "5.6.21",
            "5./6/2021",
        ] {
            assert_eq!(published(text), Err(Fault::Form), "{text}");
        }
        for text in ["31.2.2021", "5.25.2021", "25/25/2021"] {
            assert_eq!(published(text), Err(Fault::Calendar), "{text}");
        }
    }

    #[test]
    fn a_day_may_have_halves() {
        check_read(&[
            ("2021-05-06 8:00 PM", "2021-05-06T20:00"),
            ("2021-05-06 08:00:30am", "2021-05-06T08:00"),
            ("2021-05-06 12:00 AM", "2021-05-06T00:00"),
            ("2021-05-06 12:30 pm", "2021-05-06T12:30"),
            ("2021-05-06 8:00 AMT", "2021-05-06T08:00"),
        ]);
        for text in ["2021-05-06 8:00 AM PM", "2021-05-06 PM", "2021-05-06 8:00 pmé"] {
            assert_eq!(published(text), Err(Fault::Form), "{text}");
        }
        for text in ["2021-05-06 20:00 PM", "2021-05-06 0:30 AM"] {
            assert_eq!(published(text), Err(Fault::Calendar), "{text}");
        }
    }

    #[test]
    fn named_zones_are_left_out() {
        check_read(&[
            ("2021-05-06 08:00 EST", "2021-05-06T08:00"),
            ("2021-05-06 00:00:00 CEST", "2021-05-06"),
            ("2021-05-06 08:00 America/Argentina/Buenos_Aires", "2021-05-06T08:00"),
            ("2021-05-06T08:00:00+02:00[Europe/Berlin]", "2021-05-06T08:00"),
            ("2021-05-06T08:00+2", "2021-05-06T08:00"),
            ("2021-05-06 08:00:00 -4:30", "2021-05-06T08:00"),
            ("2021-05-06T08:00Z[!Etc/UTC][u-ca=iso8601]", "2021-05-06T08:00"),
        ]);
        for text in [
            "2021-05-06 08:00 today",
            "2021-05-06 08:00 EASTERN",
            "2021-05-06T08:00[Europe/Berlin",
            "2021-05-06T08:00[é]",
            "2021-05-06[Europe/Berlin]",
        ] {
            assert_eq!(published(text), Err(Fault::Form), "{text}");
        }
    }
}
