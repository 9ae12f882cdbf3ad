//! JavaScript as tokens, with the role of each name. It understands what `assets/widget` uses, and needs statements to end with semicolons; labels,
//! classes and generators are not supported.

/// The kind of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A keyword, a number, or a built-in name such as `this`.
    Word,
    /// A name that stands for a variable.
    Variable,
    /// A name that stands for a property.
    Property,
    /// `{ name }`: both at once.
    Shorthand,
    /// A string, a regular expression, or a piece of a template up to an expression or its end.
    Literal,
    /// Any other character, or a pair: `++` and `--`.
    Sign,
}

/// A piece of the script.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'a> {
    pub kind: Kind,
    pub text: &'a str,
}

impl Token<'_> {
    /// Returns whether it is this sign.
    pub fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }

    /// Returns how much deeper the brackets are after it: 1, 0 or -1.
    pub fn deeper(&self) -> i32 {
        match self.kind {
            Kind::Sign => i32::from("([{".contains(self.text)) - i32::from(")]}".contains(self.text)),
            Kind::Literal => i32::from(self.text.ends_with("${")) - i32::from(self.text.starts_with('}')),
            _ => 0,
        }
    }
}

const KEYWORDS: [&str; 32] = [
    "async",
    "await",
    "break",
    "case",
    "catch",
    "class",
    "const",
    "continue",
    "default",
    "delete",
    "do",
    "else",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "in",
    "instanceof",
    "let",
    "new",
    "null",
    "of",
    "return",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "void",
    "while",
];

/// Returns whether this is reserved by the language and cannot be a name.
pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Returns whether a letter can be part of a name.
pub(super) fn in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// Returns the script's tokens, without blanks and comments.
pub(super) fn tokens(script: &str) -> Vec<Token<'_>> {
    let mut found = pieces(script);
    let mut open: Vec<bool> = Vec::new();
    for at in 0..found.len() {
        if found[at].kind == Kind::Word {
            found[at].kind = role(&found, at, open.last() == Some(&true));
            continue;
        }
        let deeper = found[at].deeper();
        // The middle of a template closes one expression and opens another.
        let both = deeper == 0 && found[at].kind == Kind::Literal && found[at].text.starts_with('}');
        if deeper > 0 {
            open.push(found[at].is("{") && opens_object(&found[..at]));
        } else if deeper < 0 && !both {
            open.pop();
        }
    }
    found
}

fn role(tokens: &[Token], at: usize, in_object: bool) -> Kind {
    let text = tokens[at].text;
    let is = |at: Option<usize>, signs: &str| {
        at.and_then(|at| tokens.get(at))
            .is_some_and(|token| token.kind == Kind::Sign && signs.contains(token.text))
    };
    let (before, next) = (at.checked_sub(1), Some(at + 1));
    let spread = is(before, ".") && is(at.checked_sub(2), ".");
    let accessor = before.is_some_and(|at| matches!(tokens[at].text, "get" | "set")) && is(next, "(");
    if is(before, ".") && !spread || in_object && accessor {
        return Kind::Property;
    }
    if in_object && is(before, "{,") {
        let word_next = tokens.get(at + 1).is_some_and(|token| token.kind == Kind::Word);
        return match () {
            () if is(next, ":(") || word_next => Kind::Property,
            () if is(next, ",}=") && !is_keyword(text) => Kind::Shorthand,
            () => Kind::Word,
        };
    }
    if is_keyword(text) || text.starts_with(|c: char| c.is_ascii_digit()) {
        Kind::Word
    } else {
        Kind::Variable
    }
}

/// Returns whether a brace after these tokens opens an object or a pattern, not a block.
fn opens_object(before: &[Token]) -> bool {
    let Some(last) = before.last() else { return false };
    match last.kind {
        Kind::Sign if last.text == ">" => !before.iter().rev().nth(1).is_some_and(|token| token.is("=")),
        Kind::Sign => "(,=:[?&|.!".contains(last.text),
        Kind::Word => matches!(
            last.text,
            "return" | "const" | "let" | "of" | "in" | "typeof" | "throw" | "await"
        ),
        Kind::Literal => last.text.ends_with("${"),
        _ => false,
    }
}

fn pieces(script: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token> = Vec::new();
    // For every open brace, whether it belongs to a template.
    let mut braces = Vec::new();
    let mut rest = script.trim_start();
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '/' if rest.starts_with("//") => {
                rest = rest.split_once('\n').map_or("", |(_, after)| after).trim_start();
                continue;
            }
            '\'' | '"' => (Kind::Literal, string_length(rest, first)),
            '`' => (Kind::Literal, template_length(rest, &mut braces)),
            '}' if braces.pop() == Some(true) => (Kind::Literal, template_length(rest, &mut braces)),
            '/' if starts_value(found.last()) => (Kind::Literal, regex_length(rest)),
            letter if in_word(letter) => (Kind::Word, word_length(rest)),
            sign => {
                if sign == '{' {
                    braces.push(false);
                }
                let twice = "+-".contains(sign) && rest[1..].starts_with(sign);
                (Kind::Sign, sign.len_utf8() + usize::from(twice))
            }
        };
        let (text, after) = rest.split_at(length);
        found.push(Token { kind, text });
        rest = after.trim_start();
    }
    found
}

/// Returns whether a value begins after this token, so that a slash opens a regular expression.
fn starts_value(before: Option<&Token>) -> bool {
    before.is_none_or(|token| match token.kind {
        Kind::Sign => !")]}".contains(token.text),
        Kind::Literal => token.text.ends_with("${"),
        _ => matches!(token.text, "return" | "typeof" | "case"),
    })
}

/// Returns the length of a name, or of a number with its fraction.
fn word_length(text: &str) -> usize {
    let number = text.starts_with(|c: char| c.is_ascii_digit());
    text.find(|c: char| !(in_word(c) || number && c == '.'))
        .unwrap_or(text.len())
}

/// Returns the length up to the first end that no backslash escapes; `end` returns an end's own length.
fn length_to(text: &str, mut end: impl FnMut(&str) -> Option<usize>) -> usize {
    let mut at = 1;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(length) = end(rest) {
            return at + length;
        }
        let mut letters = rest.chars();
        let first = letters.next();
        let hidden = if first == Some('\\') { letters.next() } else { None };
        at += [first, hidden].into_iter().flatten().map(char::len_utf8).sum::<usize>();
    }
    text.len()
}

fn string_length(text: &str, quote: char) -> usize {
    length_to(text, |rest| rest.starts_with(quote).then_some(1))
}

/// Returns the length of a template's piece, which begins with a backtick or the brace that ends an expression within.
fn template_length(text: &str, braces: &mut Vec<bool>) -> usize {
    let length = length_to(text, |rest| match rest.as_bytes() {
        [b'`', ..] => Some(1),
        [b'$', b'{', ..] => Some(2),
        _ => None,
    });
    if text[..length].ends_with("${") {
        braces.push(true);
    }
    length
}

fn regex_length(text: &str) -> usize {
    let mut in_class = false;
    let body = length_to(text, |rest| {
        match rest.as_bytes()[0] {
            b'[' => in_class = true,
            b']' => in_class = false,
            b'/' if !in_class => return Some(1),
            _ => {}
        }
        None
    });
    body + text[body..]
        .find(|c: char| !c.is_ascii_lowercase())
        .unwrap_or(text.len() - body)
}
