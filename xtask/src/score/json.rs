//! JSON as far as the scorer reads it: values of one line, errors by their byte.

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads one value that fills `text`.
    ///
    /// # Errors
    /// Says at which byte it is not JSON.
    pub fn parse(text: &str) -> Result<Json, String> {
        let mut reader = Reader { text, at: 0, depth: 0 };
        let value = reader.value()?;
        reader.skip_space();
        if reader.at < text.len() { Err(reader.wrong()) } else { Ok(value) }
    }

    /// The member `name` of an object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => {
                members.iter().find(|(key, _)| key == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    pub fn string(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// A number that counts something.
    pub fn count(&self) -> Option<usize> {
        match self {
            Json::Number(number) if *number >= 0.0 && number.fract() == 0.0 => {
                Some(*number as usize)
            }
            _ => None,
        }
    }

    pub fn array(&self) -> &[Json] {
        match self {
            Json::Array(values) => values,
            _ => &[],
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn wrong(&self) -> String {
        format!("not JSON at byte {}", self.at)
    }

    fn skip_space(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.text[self.at..].starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn value(&mut self) -> Result<Json, String> {
        self.skip_space();
        self.depth += 1;
        if self.depth > 64 {
            return Err(self.wrong());
        }
        let value = if self.take("null") {
            Json::Null
        } else if self.take("true") {
            Json::Bool(true)
        } else if self.take("false") {
            Json::Bool(false)
        } else if self.take("\"") {
            Json::String(self.rest_of_string()?)
        } else if self.take("[") {
            Json::Array(self.list("]", Self::value)?)
        } else if self.take("{") {
            Json::Object(self.list("}", Self::member)?)
        } else {
            self.number()?
        };
        self.depth -= 1;
        Ok(value)
    }

    fn member(&mut self) -> Result<(String, Json), String> {
        self.skip_space();
        if !self.take("\"") {
            return Err(self.wrong());
        }
        let name = self.rest_of_string()?;
        self.skip_space();
        if !self.take(":") {
            return Err(self.wrong());
        }
        Ok((name, self.value()?))
    }

    fn list<T>(
        &mut self,
        close: &str,
        item: impl Fn(&mut Self) -> Result<T, String>,
    ) -> Result<Vec<T>, String> {
        let mut items = Vec::new();
        self.skip_space();
        if self.take(close) {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            self.skip_space();
            if self.take(close) {
                return Ok(items);
            }
            if !self.take(",") {
                return Err(self.wrong());
            }
        }
    }

    fn number(&mut self) -> Result<Json, String> {
        let rest = &self.text[self.at..];
        let length = rest
            .find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'))
            .unwrap_or(rest.len());
        let number = rest[..length].parse().map_err(|_| self.wrong())?;
        self.at += length;
        Ok(Json::Number(number))
    }

    /// What follows an opening mark, the closing mark taken.
    fn rest_of_string(&mut self) -> Result<String, String> {
        let mut string = String::new();
        loop {
            let Some(c) = self.text[self.at..].chars().next() else { return Err(self.wrong()) };
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(string),
                '\\' => string.push(self.escape()?),
                _ => string.push(c),
            }
        }
    }

    fn escape(&mut self) -> Result<char, String> {
        let Some(c) = self.text[self.at..].chars().next() else { return Err(self.wrong()) };
        self.at += c.len_utf8();
        Ok(match c {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'u' => {
                let mut unit = self.hex()?;
                if (0xd800..0xdc00).contains(&unit) && self.take("\\u") {
                    let low = self.hex()?;
                    unit = 0x10000 + ((unit - 0xd800) << 10) + (low.wrapping_sub(0xdc00) & 0x3ff);
                }
                char::from_u32(unit).ok_or_else(|| self.wrong())?
            }
            '"' | '\\' | '/' => c,
            _ => return Err(self.wrong()),
        })
    }

    fn hex(&mut self) -> Result<u32, String> {
        let digits = self.text.get(self.at..self.at + 4).ok_or_else(|| self.wrong())?;
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| self.wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read() {
        let json = Json::parse(
            r#" {"a": [1, -2.5e1, null], "b\u00e9\ud83d\ude00": "x\n\"y\"", "c": true} "#,
        )
        .unwrap();
        assert_eq!(json.get("a").unwrap().array()[1], Json::Number(-25.0));
        assert_eq!(json.get("bé😀").unwrap().string(), Some("x\n\"y\""));
        assert_eq!(json.get("c"), Some(&Json::Bool(true)));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in ["", "{", "[1,]", "\"a", "nul", "1 2", "\"\\x\"", "\"\\ud800", &"[".repeat(100)]
        {
            assert!(Json::parse(text).is_err(), "{text}");
        }
    }
}
