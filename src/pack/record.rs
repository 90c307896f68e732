//! [`Record`]: how the parts of a dossier lie in a pack's sections.
//!
//! | type | bytes |
//! |---|---|
//! | `u32`, and the length of a list or text | LEB128, at most 5 bytes |
//! | `bool`-like and enums | one byte, the variant's place |
//! | `String` | its length, then UTF-8 |
//! | `Option` | 0, or 1 and the value |
//! | `Vec` | its length, then each value |
//! | `Span` | its start, then its length |
//! | structs | their fields in order |
//!
//! By hand and not by serde, because the reading of it is paid by every reader: it takes a quarter of
//! the wasm that a derived one takes.

use crate::article::{ArticleId, Byline, Markup, MarkupKind, Paragraph, ParagraphKind};
use crate::dossier::Masthead;
use crate::quotation::{Attribution, Kind, Quotation, Rule, Speaker, SpeakerId};
use crate::reuse::{Pair, Side};
use crate::span::Span;

/// Something that lies in a section.
pub(super) trait Record: Sized {
    /// Appends its bytes.
    fn write(&self, out: &mut Vec<u8>);

    /// Takes its bytes from the front of `input`; `None` where they are not there or not sound.
    fn read(input: &mut &[u8]) -> Option<Self>;
}

fn take<'a>(input: &mut &'a [u8], len: u32) -> Option<&'a [u8]> {
    let (taken, rest) = input.split_at_checked(len as usize)?;
    *input = rest;
    Some(taken)
}

impl Record for u8 {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(*self);
    }

    #[inline(never)]
    fn read(input: &mut &[u8]) -> Option<Self> {
        take(input, 1).map(|byte| byte[0])
    }
}

impl Record for u32 {
    fn write(&self, out: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            out.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        out.push(rest as u8);
    }

    #[inline(never)]
    fn read(input: &mut &[u8]) -> Option<Self> {
        let mut number = 0u64;
        for shift in [0, 7, 14, 21, 28] {
            let byte = u8::read(input)?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).ok();
            }
        }
        None
    }
}

impl Record for String {
    fn write(&self, out: &mut Vec<u8>) {
        (self.len() as u32).write(out);
        out.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn read(input: &mut &[u8]) -> Option<Self> {
        text(input).map(str::to_owned)
    }
}

/// A `String` where it lies.
#[inline(never)]
pub(super) fn text<'a>(input: &mut &'a [u8]) -> Option<&'a str> {
    let len = u32::read(input)?;
    str::from_utf8(take(input, len)?).ok()
}

/// A list of `String`s where they lie.
pub(super) fn texts<'a>(input: &mut &'a [u8]) -> Option<Vec<&'a str>> {
    let len = u32::read(input)?;
    let mut texts = Vec::new();
    for _ in 0..len {
        texts.push(text(input)?);
    }
    Some(texts)
}

impl<T: Record> Record for Option<T> {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(u8::from(self.is_some()));
        self.iter().for_each(|value| value.write(out));
    }

    fn read(input: &mut &[u8]) -> Option<Self> {
        match u8::read(input)? {
            0 => Some(None),
            1 => T::read(input).map(Some),
            _ => None,
        }
    }
}

/// Writes what is read as a `Vec`.
pub(super) fn write_list<T: Record>(values: &[T], out: &mut Vec<u8>) {
    (values.len() as u32).write(out);
    values.iter().for_each(|value| value.write(out));
}

impl<T: Record> Record for Vec<T> {
    fn write(&self, out: &mut Vec<u8>) {
        write_list(self, out);
    }

    /// Every value takes at least a byte, so a hostile length ends with the input, and nothing is
    /// reserved for it before.
    fn read(input: &mut &[u8]) -> Option<Self> {
        let len = u32::read(input)?;
        let mut values = Vec::new();
        for _ in 0..len {
            values.push(T::read(input)?);
        }
        Some(values)
    }
}

impl Record for Span {
    fn write(&self, out: &mut Vec<u8>) {
        self.start.write(out);
        self.len().write(out);
    }

    #[inline(never)]
    fn read(input: &mut &[u8]) -> Option<Self> {
        let start = u32::read(input)?;
        let end = start.checked_add(u32::read(input)?)?;
        Some(Span { start, end })
    }
}

impl Record for SpeakerId {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }

    fn read(input: &mut &[u8]) -> Option<Self> {
        u32::read(input).map(SpeakerId)
    }
}

impl Record for ArticleId {
    fn write(&self, out: &mut Vec<u8>) {
        self.0.write(out);
    }

    fn read(input: &mut &[u8]) -> Option<Self> {
        u32::read(input).map(ArticleId)
    }
}

impl Record for MarkupKind {
    fn write(&self, out: &mut Vec<u8>) {
        match self {
            MarkupKind::Emphasis => out.push(0),
            MarkupKind::Strong => out.push(1),
            MarkupKind::Link(url) => {
                out.push(2);
                url.write(out);
            }
        }
    }

    fn read(input: &mut &[u8]) -> Option<Self> {
        match u8::read(input)? {
            0 => Some(MarkupKind::Emphasis),
            1 => Some(MarkupKind::Strong),
            2 => String::read(input).map(MarkupKind::Link),
            _ => None,
        }
    }
}

/// A struct by its fields in order.
macro_rules! record {
    ($name:ident { $($field:ident),* }) => {
        impl Record for $name {
            fn write(&self, out: &mut Vec<u8>) {
                $(self.$field.write(out);)*
            }

            fn read(input: &mut &[u8]) -> Option<Self> {
                $(let $field = Record::read(input)?;)*
                Some($name { $($field),* })
            }
        }
    };
}

/// An enum without data by its variants in order.
macro_rules! record_of_variants {
    ($name:ident { $($variant:ident),* }) => {
        impl Record for $name {
            fn write(&self, out: &mut Vec<u8>) {
                // The match sees to it that no variant is forgotten here.
                match self {
                    $($name::$variant)|* => out.push(*self as u8),
                }
            }

            fn read(input: &mut &[u8]) -> Option<Self> {
                const VARIANTS: &[$name] = &[$($name::$variant),*];
                VARIANTS.get(u8::read(input)? as usize).copied()
            }
        }
    };
}

record!(Masthead { title, standfirst, language });
record!(Byline { outlet, authors, published, url, language });
record!(Paragraph { span, kind });
record!(Markup { span, kind });
record!(Quotation { contents, kind, fragments, attribution });
record!(Attribution { cue, mention, speaker, rule, confidence });
record!(Speaker { slug, name, spellings, roles });
record!(Pair { one, other });
record!(Side { article, span, differing });
record_of_variants!(ParagraphKind { Headline, Text, Heading, Caption, Item, Block });
record_of_variants!(Kind { Direct, Indirect, Mixed });
record_of_variants!(Rule {
    Editor,
    CueBehind,
    CueBefore,
    ReportedClause,
    ReportedAct,
    AccordingTo,
    SharedSubject,
    Continued,
    Inherited,
    SubjectBefore,
    Announced,
    Signed,
    Labelled,
    Marks
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: Record + PartialEq + std::fmt::Debug>(value: T, bytes: &[u8]) {
        let mut out = Vec::new();
        value.write(&mut out);
        assert_eq!(out, bytes);
        let mut input = bytes;
        assert_eq!(T::read(&mut input).as_ref(), Some(&value));
        assert!(input.is_empty());
    }

    #[test]
    fn values_lie_as_the_table_says() {
        check(300u32, &[0xac, 2]);
        check(u32::MAX, &[0xff, 0xff, 0xff, 0xff, 0x0f]);
        check("é".to_owned(), &[2, 0xc3, 0xa9]);
        check(Some(7u32), &[1, 7]);
        check(None::<u32>, &[0]);
        check(vec![Span::new(2, 5)], &[1, 2, 3]);
        check(Kind::Mixed, &[2]);
        check(Rule::Marks, &[13]);
    }

    #[test]
    fn unsound_bytes_are_no_value() {
        assert_eq!(u32::read(&mut &[0xff; 6][..]), None);
        assert_eq!(u32::read(&mut &[0x80][..]), None);
        assert_eq!(String::read(&mut &[1, 0xff][..]), None);
        assert_eq!(String::read(&mut &[9, b'a'][..]), None);
        assert_eq!(Vec::<u32>::read(&mut &[0xff, 0xff, 0xff, 0xff, 0x0f, 1][..]), None);
        assert_eq!(Kind::read(&mut &[3][..]), None);
        assert_eq!(Option::<u32>::read(&mut &[2, 0][..]), None);
        let span_over_the_end = [0xff, 0xff, 0xff, 0xff, 0x0f, 1];
        assert_eq!(Span::read(&mut &span_over_the_end[..]), None);
    }
}
