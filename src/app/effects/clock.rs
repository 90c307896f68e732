//! The time, where there is a browser to ask.

use std::pin::pin;
use std::time::Duration;

use futures_util::future::{Either, select};
use gloo::timers::future::sleep;

use super::dom::window;

/// The time in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The milliseconds since the page began, by a clock that nobody sets.
pub fn elapsed() -> f64 {
    window().performance().map_or_else(now, |performance| performance.now())
}

/// What a future gives, if it does so in that time.
pub async fn within<T>(time: Duration, future: impl Future<Output = T>) -> Option<T> {
    match select(pin!(future), pin!(sleep(time))).await {
        Either::Left((value, _)) => Some(value),
        Either::Right(_) => None,
    }
}

/// The time in UTC, as what is kept has it: `2021-08-16T09:30:00.000Z`.
pub fn timestamp() -> String {
    String::from(js_sys::Date::new_0().to_iso_string())
}

/// The day where the reader is, as `2021-08-16`.
pub fn today() -> String {
    local_day(&js_sys::Date::new_0())
}

/// A timestamp as the time where the reader is, to the minute: `2021-08-16T11:30`. What is none stays as it is.
pub fn local(timestamp: &str) -> String {
    let date = js_sys::Date::new(&timestamp.into());
    if date.get_time().is_nan() {
        return timestamp.to_owned();
    }
    format!("{}T{:02}:{:02}", local_day(&date), date.get_hours(), date.get_minutes())
}

fn local_day(date: &js_sys::Date) -> String {
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}
