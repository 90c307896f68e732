//! [`decimal()`]: numbers in digits.
//!
//! `to_string` would do, but brings the formatting machinery of the standard library into the page's
//! wasm, of which nothing else there makes use.

/// A number in decimal digits: "0", "1140".
#[must_use]
pub fn decimal(n: usize) -> String {
    let mut digits = String::new();
    push_digits(n, &mut digits);
    digits
}

fn push_digits(n: usize, digits: &mut String) {
    if n > 9 {
        push_digits(n / 10, digits);
    }
    digits.push(char::from(b'0' + (n % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        for n in (0..2000).chain([u32::MAX as usize - 1, u32::MAX as usize]) {
            assert_eq!(decimal(n), n.to_string());
        }
    }
}
