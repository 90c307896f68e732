//! Dates.

use crate::i18n::tr;

/// An ISO 8601 date or time as a reader writes it: "17 August 2021", "17 August 2021, 21:40".
///
/// Text of another form is given back as it is.
#[must_use]
pub fn date(iso: &str) -> String {
    let (day, time) = iso.split_once('T').unwrap_or((iso, ""));
    let Some((day, month, year)) = parts_of(day) else { return iso.to_owned() };
    match time.get(..5) {
        Some(time) => tr!("{day} {month} {year}, {time}", day, month, year, time),
        None => tr!("{day} {month} {year}", day, month, year),
    }
}

/// The day of an ISO 8601 date or time.
#[must_use]
pub fn day_of(iso: &str) -> &str {
    iso.split_once('T').map_or(iso, |(day, _)| day)
}

/// The days from one date to another as a reader writes them: "16 August 2021", "16–17 August 2021",
/// "30 July – 2 August 2021", "31 December 2020 – 2 January 2021". Times of day are left out.
#[must_use]
pub fn date_span(first: &str, last: &str) -> String {
    let [first_day, last_day] = [first, last].map(day_of);
    let (first, last) = (date(first_day), date(last_day));
    if first == last {
        return first;
    }
    match (parts_of(first_day), parts_of(last_day)) {
        (Some((day, month, year)), Some((_, last_month, last_year))) if year == last_year => {
            if month == last_month {
                tr!("{day}–{last}", day, last)
            } else {
                tr!("{day} {month} – {last}", day, month, last)
            }
        }
        _ => format!("{first} – {last}"),
    }
}

/// The day without zeros before it, the month's name and the year of an ISO 8601 date.
fn parts_of(day: &str) -> Option<(&str, &'static str, &str)> {
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let month = match month.parse::<u32>().ok()? {
        1 => tr!("January"),
        2 => tr!("February"),
        3 => tr!("March"),
        4 => tr!("April"),
        5 => tr!("May"),
        6 => tr!("June"),
        7 => tr!("July"),
        8 => tr!("August"),
        9 => tr!("September"),
        10 => tr!("October"),
        11 => tr!("November"),
        12 => tr!("December"),
        _ => return None,
    };
    Some((day.trim_start_matches('0'), month, year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date("2021-08-16"), "16 August 2021");
        assert_eq!(date("2021-08-07T21:40"), "7 August 2021, 21:40");
        assert_eq!(date("last week"), "last week");
    }

    #[test]
    fn a_span_of_dates_says_nothing_twice() {
        for (first, last, expected) in [
            ("2021-08-16", "2021-08-16T21:40", "16 August 2021"),
            ("2021-08-07", "2021-08-16", "7–16 August 2021"),
            ("2021-07-30", "2021-08-02", "30 July – 2 August 2021"),
            ("2020-12-31", "2021-01-02", "31 December 2020 – 2 January 2021"),
            ("last week", "now", "last week – now"),
        ] {
            assert_eq!(date_span(first, last), expected);
        }
    }
}
