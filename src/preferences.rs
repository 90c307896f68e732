//! [`Preferences`]: what the reader keeps across visits.
//!
//! They are stored as a record with its version ([`Stored`]); [`Preferences::from_version_2`] reads what
//! was stored before that.

use serde::{Deserialize, Serialize};

use crate::choice::{Choice, choice};

choice! {
    /// The page's colours.
    Theme {
        /// As the reader's system has it.
        Auto = "auto",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }
}

choice! {
    /// How large all text is. The browser's own zoom goes further.
    TextSize {
        /// As the browser has it.
        Usual = "usual",
        /// An eighth larger.
        Larger = "larger",
        /// A quarter larger.
        Largest = "largest",
    }
}

choice! {
    /// How long the lines of an article are.
    TextWidth {
        /// Some 65 characters.
        Usual = "usual",
        /// Some 50.
        Narrow = "narrow",
        /// Some 80.
        Wide = "wide",
    }
}

choice! {
    /// How far apart the lines of an article are.
    LineHeight {
        /// 1.6 times the size of the text.
        Usual = "usual",
        /// Twice.
        Loose = "loose",
    }
}

choice! {
    /// The typeface of what was written or said.
    Typeface {
        /// With serifs.
        Serif = "serif",
        /// Without.
        Sans = "sans",
    }
}

choice! {
    /// Which quotations of an article are marked.
    QuotationMarks {
        /// All.
        All = "all",
        /// Those that the filter chooses.
        Chosen = "chosen",
        /// None.
        Off = "off",
    }
}

/// What the reader keeps across visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Colours, where the URL asks for none.
    pub theme: Theme,
    /// How large all text is.
    pub text_size: TextSize,
    /// How long lines are.
    pub text_width: TextWidth,
    /// How far apart they are.
    pub line_height: LineHeight,
    /// Serif or sans.
    pub typeface: Typeface,
    /// Which quotations are marked.
    pub marks: QuotationMarks,
    /// Whether single keys (`/`, `j`, `n` …) act.
    pub shortcuts: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: TextSize::default(),
            text_width: TextWidth::default(),
            line_height: LineHeight::default(),
            typeface: Typeface::default(),
            marks: QuotationMarks::default(),
            shortcuts: true,
        }
    }
}

/// Preferences as they are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stored {
    version: u32,
    preferences: Preferences,
}

/// The version of [`Stored`]. Another one is not read.
const VERSION: u32 = 3;

impl From<Preferences> for Stored {
    fn from(preferences: Preferences) -> Self {
        Self { version: VERSION, preferences }
    }
}

impl Stored {
    /// What was stored; `None` where that is of another version.
    #[must_use]
    pub fn preferences(self) -> Option<Preferences> {
        (self.version == VERSION).then_some(self.preferences)
    }
}

impl Preferences {
    /// Reads the text that version 2 stored: `2;theme=dark;text=usual;shortcuts=on`. `None` when it is cut
    /// short or not ours at all.
    #[must_use]
    pub fn from_version_2(text: &str) -> Option<Self> {
        let mut fields = text.split(';');
        let mut field = |name| fields.next()?.strip_prefix(name);
        field("2").filter(|rest| rest.is_empty())?;
        let preferences = Self {
            theme: Theme::from_name(field("theme=")?)?,
            text_size: TextSize::from_name(field("text=")?)?,
            shortcuts: match field("shortcuts=")? {
                "on" => true,
                "off" => false,
                _ => return None,
            },
            ..Self::default()
        };
        fields.next().is_none().then_some(preferences)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Preferences> {
        serde_json::from_str::<Stored>(json).ok()?.preferences()
    }

    #[test]
    fn preferences_come_back_and_foreign_ones_are_refused() {
        let preferences = Preferences {
            theme: Theme::Dark,
            text_width: TextWidth::Narrow,
            shortcuts: false,
            ..Preferences::default()
        };
        let stored = serde_json::to_string(&Stored::from(preferences)).expect("it is data");
        assert_eq!(read(&stored), Some(preferences));
        for foreign in [
            "{}",
            r#"{"version":4,"preferences":{}}"#,
            r#"{"version":3,"preferences":{"theme":"pink"}}"#,
            r#"{"version":3,"preferences":{"shortcuts":"on"}}"#,
            "[3]",
        ] {
            assert_eq!(read(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn what_is_missing_is_as_usual() {
        let read = read(r#"{"version":3,"preferences":{"typeface":"sans","later":1}}"#);
        assert_eq!(read, Some(Preferences { typeface: Typeface::Sans, ..Preferences::default() }));
    }

    #[test]
    fn names_are_those_in_storage() {
        fn check<T: Choice + Serialize>() {
            for value in T::ALL {
                let stored = serde_json::to_value(value).expect("it is data");
                assert_eq!(stored, value.name());
                assert!(T::from_name(value.name()).is_some_and(|back| back == *value));
            }
        }
        check::<Theme>();
        check::<TextSize>();
        check::<TextWidth>();
        check::<LineHeight>();
        check::<Typeface>();
        check::<QuotationMarks>();
    }

    #[test]
    fn what_version_2_stored_is_read() {
        let expected =
            Preferences { theme: Theme::Dark, shortcuts: false, ..Preferences::default() };
        let read = Preferences::from_version_2("2;theme=dark;text=usual;shortcuts=off");
        assert_eq!(read, Some(expected));
        for foreign in [
            "",
            "2;theme=dark",
            "1;theme=dark;shortcuts=on",
            "3;theme=dark;text=usual;shortcuts=on",
            "2;theme=<b>;text=usual;shortcuts=on",
            "2;theme=dark;text=usual;shortcuts=on;",
            "{}",
        ] {
            assert_eq!(Preferences::from_version_2(foreign), None, "{foreign}");
        }
    }
}
