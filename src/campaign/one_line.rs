//! Text from outside within a message: a key, a name or a value of a file must neither break the message into lines, nor control a terminal, nor
//! change the direction of what follows it.

/// Returns whether a character would control a terminal or change the direction of what follows it.
pub fn steers(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns the text in one line: blanks for line feeds and tabs, escapes such as `\u{1b}` for all other such characters.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter == '\n' || letter == '\t' {
            line.push(' ');
        } else if steers(letter) {
            line.extend(letter.escape_unicode());
        } else {
            line.push(letter);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_smuggles_in_is_made_visible() {
        assert_eq!(
            one_line("a\u{1b}[31mb\nc\u{202e}d\u{7}\r"),
            "a\\u{1b}[31mb c\\u{202e}d\\u{7}\\u{d}"
        );
        assert_eq!(one_line("İndirim 🎉 العربية"), "İndirim 🎉 العربية");
    }
}
