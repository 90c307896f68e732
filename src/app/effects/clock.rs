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

/// The day where the reader is, as `2021-08-16`.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
