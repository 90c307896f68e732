//! The time, where there is a browser to ask.

/// The time in milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}
