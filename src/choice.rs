//! [`Choice`]: one of a handful of values, each with a name for attributes, fields of forms, addresses and storage.

/// A setting with a handful of values, each with a name.
pub trait Choice: Copy + PartialEq + 'static {
    /// All values, in the order in which they are offered.
    const ALL: &'static [Self];

    /// The name of a value.
    fn name(self) -> &'static str;

    /// The value of that name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }
}

/// An enum that is a [`Choice`]: its values with their names. The usual one comes first and is the default.
macro_rules! choice {
    ($(#[$about:meta])* $choice:ident { $($(#[$what:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[repr(u8)]
        pub enum $choice {
            $($(#[$what])* #[serde(rename = $name)] $value,)*
        }

        impl $crate::choice::Choice for $choice {
            const ALL: &'static [Self] = &[$(Self::$value,)*];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)*
                }
            }
        }

        impl Default for $choice {
            fn default() -> Self {
                <Self as $crate::choice::Choice>::ALL[0]
            }
        }
    };
}

pub(crate) use choice;
