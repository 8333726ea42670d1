//! Rich Text as a row of tokens.

/// A token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// A control word and its number: `\ansicpg1251`.
    Word(&'a [u8], Option<i32>),
    /// A control symbol: `\~`.
    Symbol(u8),
    /// A byte of text, as itself or as `\'e0`.
    Byte(u8),
    /// What `\bin` carries.
    Binary(&'a [u8]),
}

/// Reads tokens one after the other.
pub(crate) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(bytes: &'a [u8]) -> Tokens<'a> {
        Tokens { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) -> &'a [u8] {
        let from = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at += 1;
        }
        self.bytes.get(from..self.at).unwrap_or_default()
    }

    fn read_control(&mut self) -> Option<Token<'a>> {
        let first = self.peek()?;
        if first.is_ascii_alphabetic() {
            return Some(self.read_word());
        }
        self.at += 1;
        Some(match first {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2);
                let byte = digits
                    .and_then(|digits| std::str::from_utf8(digits).ok())
                    .and_then(|digits| u8::from_str_radix(digits, 16).ok());
                match byte {
                    Some(byte) => {
                        self.at += 2;
                        Token::Byte(byte)
                    }
                    None => Token::Symbol(b'\''),
                }
            }
            symbol => Token::Symbol(symbol),
        })
    }

    fn read_word(&mut self) -> Token<'a> {
        let word = self.skip_while(|byte| byte.is_ascii_alphabetic());
        let negative = self.peek() == Some(b'-')
            && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
        self.at += usize::from(negative);
        let digits = self.skip_while(|byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(digits)
            .ok()
            .and_then(|digits| digits.parse::<i32>().ok())
            .map(|number| if negative { -number } else { number });
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        if word == b"bin" {
            let count = usize::try_from(number.unwrap_or(0)).unwrap_or(0);
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let carried = rest.get(..count).unwrap_or(rest);
            self.at += carried.len();
            return Token::Binary(carried);
        }
        Token::Word(word, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\\' => return self.read_control(),
                // ends of lines say nothing, and NUL bytes are what bad programs pad with
                b'\r' | b'\n' | 0 => continue,
                byte => Token::Byte(byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_of_all_kinds() {
        let tokens: Vec<Token<'_>> =
            Tokens::new(b"{\\u-10 x\\'e0\\~\r\n\\bin3 }{}\\pard}\\").collect();
        assert_eq!(
            tokens,
            vec![
                Token::Open,
                Token::Word(b"u", Some(-10)),
                Token::Byte(b'x'),
                Token::Byte(0xe0),
                Token::Symbol(b'~'),
                Token::Binary(b"}{}"),
                Token::Word(b"pard", None),
                Token::Close,
            ]
        );
    }
}
