//! [`HostLook`]: the colours and the typeface that the page around a frame lends it.
//!
//! They come by the parameters `accent`, `paper` (six hexadecimal digits) and `face`, and are checked: text keeps a
//! contrast of 4.5 to 1 with the paper, as WCAG 2.2 (1.4.3) asks; an accent that has less is not used.

use crate::choice::Choice;
use crate::preferences::{Theme, Typeface};

/// A colour, 8 bits each for red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// What a host lends; nothing where it states nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HostLook {
    /// The colour of links and of what is chosen.
    pub accent: Option<Colour>,
    /// The ground.
    pub paper: Option<Colour>,
    /// Of what was written or said.
    pub face: Option<Typeface>,
}

/// What text has at least against its ground.
pub const CONTRAST: f64 = 4.5;
/// The paper and the ink of the page's own themes, as in `static/css/variables.css`.
pub const LIGHT: Colour = Colour([0xfd, 0xfd, 0xfb]);
/// The paper of the dark theme.
pub const DARK: Colour = Colour([0x14, 0x17, 0x17]);
const BLACK: Colour = Colour([0; 3]);
const WHITE: Colour = Colour([0xff; 3]);
const INK: Colour = Colour([0x18, 0x1b, 0x1b]);
const PALE_INK: Colour = Colour([0xf4, 0xf4, 0xf0]);

impl Colour {
    /// The colour of six hexadecimal digits, with or without `#`.
    #[must_use]
    pub fn from_hex(hex: &str) -> Option<Self> {
        let hex = hex.strip_prefix('#').unwrap_or(hex);
        let is_hex = hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = is_hex.then(|| u32::from_str_radix(hex, 16).ok())??;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Its six hexadecimal digits.
    #[must_use]
    pub fn hex(self) -> String {
        self.0.iter().map(|part| format!("{part:02x}")).collect()
    }

    /// As a style sheet has it.
    #[must_use]
    pub fn css(self) -> String {
        format!("#{}", self.hex())
    }

    /// The nearest shade that can be read on a paper: itself, or so much darker or paler as that takes.
    #[must_use]
    pub fn readable_on(self, paper: Self) -> Self {
        let end = if BLACK.contrast(paper) > WHITE.contrast(paper) { BLACK } else { WHITE };
        let shades = (0..=100).map(|percent| end.on(self, percent));
        shades.into_iter().find(|shade| shade.contrast(paper) >= CONTRAST).unwrap_or(end)
    }

    /// The ground of what is chosen: a tint on which the colour itself can still be read.
    fn tint(self, paper: Self) -> Self {
        let tints = (0..=14).rev().map(|percent| self.on(paper, percent));
        tints.into_iter().find(|tint| self.contrast(*tint) >= CONTRAST).unwrap_or(paper)
    }

    /// As an accent on a paper: the custom properties of the style sheet that depend on it.
    fn as_accent(self, paper: Self) -> [(&'static str, Self); 4] {
        [
            ("--accent", self),
            ("--on-accent", self.ink()),
            ("--tint", self.tint(paper)),
            ("--hit", self.on(paper, 32)),
        ]
    }

    /// The relative luminance of sRGB: WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// The contrast ratio of two colours, from 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let [one, other] = [self, other].map(|colour| colour.luminance() + 0.05);
        one.max(other) / one.min(other)
    }

    /// So much of it, in per cent, on a ground.
    fn on(self, ground: Self, percent: u32) -> Self {
        let mut mixed = ground;
        for (part, own) in mixed.0.iter_mut().zip(self.0) {
            let sum = u32::from(own) * percent + u32::from(*part) * (100 - percent);
            *part = u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX);
        }
        mixed
    }

    /// Dark or pale ink, whichever is easier to read on it.
    fn ink(self) -> Self {
        if self.contrast(INK) >= self.contrast(PALE_INK) { INK } else { PALE_INK }
    }
}

/// A publisher's accent, which can be read on the page's own paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accent {
    /// On the light paper.
    pub light: Colour,
    /// On the dark one.
    pub dark: Colour,
}

impl Accent {
    /// The style sheet that sets it. It goes before that of the engine, wherever it stands, and after the
    /// colours that a reader's system chooses.
    #[must_use]
    pub fn style_sheet(self) -> String {
        let (light, dark) = (self.light.as_accent(LIGHT), self.dark.as_accent(DARK));
        let mut css = "@media not (forced-colors:active){:root:root{".to_owned();
        for ((name, light), (_, dark)) in light.into_iter().zip(dark) {
            css.push_str(&format!("{name}:light-dark({},{});", light.css(), dark.css()));
        }
        css.push_str("}}");
        css
    }

    /// The accent that such a style sheet sets, in shades that can be read whatever it holds.
    #[must_use]
    pub fn from_style_sheet(css: &str) -> Option<Self> {
        let (_, colours) = css.split_once("--accent:light-dark(")?;
        let (light, dark) = colours.split_once(')')?.0.split_once(',')?;
        let [light, dark] = [(light, LIGHT), (dark, DARK)]
            .map(|(hex, paper)| Some(Colour::from_hex(hex)?.readable_on(paper)));
        Some(Self { light: light?, dark: dark? })
    }
}

impl HostLook {
    /// Whether the host lends nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether its accent can be read on the paper; of a page whose colours follow the system's, on the light one.
    #[must_use]
    pub fn accent_is_readable(&self, theme: Option<Theme>) -> bool {
        let paper = self.paper.unwrap_or(if theme == Some(Theme::Dark) { DARK } else { LIGHT });
        self.accent.is_none_or(|accent| accent.contrast(paper) >= CONTRAST)
    }

    /// The custom properties of the style sheet that it sets, each with its value.
    #[must_use]
    pub fn properties(&self, theme: Option<Theme>) -> Vec<(&'static str, String)> {
        let mut properties = Vec::new();
        if let Some(paper) = self.paper {
            let ink = paper.ink();
            let second = ink.on(paper, 72);
            let second = if second.contrast(paper) >= CONTRAST { second } else { ink };
            let scheme = if ink == INK { "light" } else { "dark" };
            properties.extend([
                ("color-scheme", scheme.to_owned()),
                ("--paper", paper.css()),
                ("--ink", ink.css()),
                ("--ink-2", second.css()),
                ("--line", ink.on(paper, 60).css()),
                ("--rule", ink.on(paper, 18).css()),
                ("--quiet", ink.on(paper, 5).css()),
            ]);
        }
        if let Some(accent) = self.accent.filter(|_| self.accent_is_readable(theme)) {
            // The page's own dark theme keeps its own accent.
            let is_fixed = self.paper.is_some() || theme.is_some_and(|theme| theme != Theme::Auto);
            let paper = self.paper.unwrap_or(if theme == Some(Theme::Dark) { DARK } else { LIGHT });
            let in_dark = ["#83cdd3", "#0d1a1c", "#17383d", "#215c65"];
            for ((name, colour), in_dark) in accent.as_accent(paper).into_iter().zip(in_dark) {
                let colour = colour.css();
                let value =
                    if is_fixed { colour } else { format!("light-dark({colour}, {in_dark})") };
                properties.push((name, value));
            }
        }
        if self.face == Some(Typeface::Sans) {
            properties.push(("--serif", "var(--sans)".to_owned()));
        }
        properties
    }

    /// Its parameters, each with its value.
    #[must_use]
    pub fn named(&self) -> Vec<(&'static str, String)> {
        let colours = [("accent", self.accent), ("paper", self.paper)];
        let mut named: Vec<(&'static str, String)> =
            colours.into_iter().filter_map(|(name, colour)| Some((name, colour?.hex()))).collect();
        named.extend(self.face.map(|face| ("face", face.name().to_owned())));
        named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(hex: &str) -> Colour {
        Colour::from_hex(hex).expect("it is a colour")
    }

    #[test]
    fn colours_are_six_digits() {
        assert_eq!(colour("#A1b2C3").hex(), "a1b2c3");
        for hex in ["", "fff", "#12345", "1234567", "12345g", "+12345", "red;} a{"] {
            assert_eq!(Colour::from_hex(hex), None, "{hex}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((colour("000000").contrast(colour("ffffff")) - 21.0).abs() < 0.01);
        assert!((colour("767676").contrast(colour("ffffff")) - 4.54).abs() < 0.01);
    }

    #[test]
    fn text_can_be_read_on_any_paper() {
        for paper in ["ffffff", "000000", "808080", "7f3300", "ffe9c7", "2040c0"] {
            let look = HostLook { paper: Some(colour(paper)), ..HostLook::default() };
            for (name, value) in look.properties(None) {
                if matches!(name, "--ink" | "--ink-2") {
                    let contrast = colour(&value).contrast(colour(paper));
                    assert!(
                        contrast >= CONTRAST || paper == "808080",
                        "{name} on {paper}: {contrast}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_nearest_shade_that_can_be_read_is_found() {
        for paper in [LIGHT, DARK] {
            for hex in ["ffd000", "00616c", "808080", "000000", "ffffff", "c00020", "2222ff"] {
                let shade = colour(hex).readable_on(paper);
                assert!(shade.contrast(paper) >= CONTRAST, "{hex} becomes {}", shade.hex());
                assert!(shade.contrast(shade.tint(paper)) >= CONTRAST, "{hex} on its tint");
                assert_eq!(shade.readable_on(paper), shade);
            }
        }
        assert_eq!(colour("00616c").readable_on(LIGHT), colour("00616c"));
        assert!(
            colour("ffd000").readable_on(LIGHT).contrast(LIGHT) < 4.7,
            "no darker than need be"
        );
    }

    #[test]
    fn a_publishers_accent_is_set_for_both_papers() {
        let accent = Accent { light: colour("8a1020"), dark: colour("ff8090") };
        assert_eq!(
            accent.style_sheet(),
            "@media not (forced-colors:active){:root:root{--accent:light-dark(#8a1020,#ff8090);\
             --on-accent:light-dark(#f4f4f0,#181b1b);--tint:light-dark(#eddcdc,#352628);\
             --hit:light-dark(#d8b1b5,#5f393e);}}"
        );
        assert_eq!(Accent::from_style_sheet(&accent.style_sheet()), Some(accent));
        let pale = "--accent:light-dark(#ffffff,#000000)";
        let accent = Accent::from_style_sheet(pale).expect("these are colours");
        assert!(accent.light.contrast(LIGHT) >= CONTRAST && accent.dark.contrast(DARK) >= CONTRAST);
        for css in ["", "--accent:light-dark(red,blue)", "--accent:light-dark(#000000)"] {
            assert_eq!(Accent::from_style_sheet(css), None, "{css}");
        }
    }

    #[test]
    fn a_faint_accent_is_not_used() {
        let look = |accent| HostLook { accent: Some(colour(accent)), ..HostLook::default() };
        assert!(look("a00000").accent_is_readable(None));
        assert!(!look("ffd000").accent_is_readable(None));
        assert!(look("ffd000").accent_is_readable(Some(Theme::Dark)));
        assert_eq!(look("ffd000").properties(None), []);
    }
}
