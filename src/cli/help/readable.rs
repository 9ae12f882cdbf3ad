//! Markdown as plain text for a terminal: the part of Markdown that the documents use.
//!
//! Headings are underlined, paragraphs and list items wrapped, table rows set one below the other. Pictures, strong emphasis and link
//! targets are left out; a link to another document names its topic. Emphasised words, which are labels of the window and terms, get
//! quotation marks. Code is unchanged.

/// Columns of a line, as in manual pages. Code and words that are longer stay whole.
const WIDTH: usize = 80;

/// Text being built: finished lines, and the paragraph or list item that the next line may continue.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    open: Option<Block>,
}

/// A paragraph or list item.
struct Block {
    /// What its first line begins with.
    first: String,
    /// What its further lines begin with.
    further: String,
    text: String,
}

/// The document as text.
pub(super) fn readable(markdown: &str) -> String {
    let mut page = Page::default();
    let mut lines = markdown.lines().peekable();
    while let Some(line) = lines.next() {
        if line.starts_with("```") {
            page.close();
            let code = lines.by_ref().take_while(|line| !line.starts_with("```"));
            page.lines
                .extend(code.map(|line| format!("    {line}").trim_end().to_owned()));
        } else if line.starts_with('#') {
            page.heading(line);
        } else if line.trim().is_empty() || line.starts_with("![") {
            page.gap();
        } else if line.starts_with('|') {
            let mut rows = vec![cells(line)];
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                rows.push(cells(row));
            }
            page.table(&rows);
        } else if let Some((mark, text)) = list_item(line) {
            page.close();
            page.open(mark, &" ".repeat(mark.len()), text);
        } else {
            page.go_on(line.trim());
        }
    }
    page.close();
    page.lines.join("\n") + "\n"
}

impl Page {
    fn open(&mut self, first: &str, further: &str, text: &str) {
        self.open = Some(Block {
            first: first.to_owned(),
            further: further.to_owned(),
            text: text.to_owned(),
        });
    }

    fn go_on(&mut self, text: &str) {
        match &mut self.open {
            Some(block) => {
                block.text.push(' ');
                block.text.push_str(text);
            }
            None => self.open("", "", text),
        }
    }

    fn close(&mut self) {
        if let Some(block) = self.open.take() {
            self.write(&block.first, &block.further, &inline(&block.text));
        }
    }

    /// Writes one empty line, however many hidden parts are there.
    fn gap(&mut self) {
        self.close();
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn heading(&mut self, line: &str) {
        self.close();
        let text = inline(line.trim_start_matches('#').trim());
        let rule = if line.starts_with("##") { "-" } else { "=" };
        let underline = rule.repeat(text.chars().count());
        self.lines.extend([text, underline]);
    }

    /// Each row's first cell, and below it the others, named by their column where there are several.
    fn table(&mut self, rows: &[Vec<String>]) {
        self.close();
        let Some((header, rows)) = rows.split_first() else {
            return;
        };
        // The row below the header holds only hyphens.
        for row in rows.iter().skip(1) {
            for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                let name = header
                    .get(column)
                    .filter(|name| row.len() > 2 && column > 0 && !name.is_empty());
                let text = name.map_or(inline(cell), |name| format!("{}: {}", inline(name), inline(cell)));
                let indent = if column == 0 { "  " } else { "      " };
                self.write(indent, if column == 0 { "    " } else { "        " }, &text);
            }
        }
    }

    /// Writes words into as many lines as they need.
    fn write(&mut self, first: &str, further: &str, text: &str) {
        let mut line = first.to_owned();
        let mut is_empty = true;
        for word in text.split_whitespace() {
            if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.lines.push(std::mem::replace(&mut line, further.to_owned()));
                is_empty = true;
            }
            if !is_empty {
                line.push(' ');
            }
            line.push_str(word);
            is_empty = false;
        }
        self.lines.push(line);
    }
}

/// The mark of a list item with the blanks around it, and its text.
fn list_item(line: &str) -> Option<(&str, &str)> {
    let item = line.trim_start();
    let indent = line.len() - item.len();
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match digits {
        0 => item.starts_with("- ").then_some(2),
        digits => item[digits..].starts_with(". ").then_some(digits + 2),
    };
    mark.map(|length| line.split_at(indent + length))
}

/// The cells of a table's row; a bar after a backslash belongs to its cell.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut letters = row.trim().trim_start_matches('|').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if letters.next_if_eq(&'|').is_some() => cells.last_mut().map(|cell| cell.push('|')),
            '|' => {
                cells.push(String::new());
                None
            }
            letter => cells.last_mut().map(|cell| cell.push(letter)),
        };
    }
    // What follows the last bar.
    cells.pop();
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// Returns text without strong emphasis and link targets, and with emphasised words in quotation marks. Code in backticks is unchanged.
fn inline(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['`', '*', '[']) {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = match rest.as_bytes()[0] {
            b'`' => code(rest).map(|code| (code.to_owned(), code.len())),
            b'[' => link(rest),
            _ if rest.starts_with("**") => Some((String::new(), 2)),
            _ => term(rest),
        };
        let (shown, length) = taken.unwrap_or_else(|| (rest[..1].to_owned(), 1));
        plain.push_str(&shown);
        rest = &rest[length..];
    }
    plain + rest
}

/// The code at the beginning, with its backticks.
fn code(text: &str) -> Option<&str> {
    let end = text[1..].find('`')?;
    Some(&text[..end + 2])
}

/// The emphasised words at the beginning in quotation marks, and their length in bytes with the asterisks.
fn term(text: &str) -> Option<(String, usize)> {
    let (words, _) = text[1..].split_once('*')?;
    Some((format!("“{}”", inline(words)), words.len() + 2))
}

/// What a link at the beginning shows, and its length in bytes.
fn link(text: &str) -> Option<(String, usize)> {
    let (label, after) = text[1..].split_once("](")?;
    let (target, _) = after.split_once(')')?;
    let file = target.split('#').next().unwrap_or_default();
    let topic = file.strip_suffix(".md").filter(|name| !name.contains('/'));
    let shown = match topic {
        Some(name) => format!("{} (beckon help {name})", inline(label)),
        None => inline(label),
    };
    Some((shown, 1 + label.len() + 2 + target.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn shows(markdown: &str, expected: &str) {
        assert_eq!(readable(markdown), format!("{expected}\n"));
    }

    #[test]
    fn headings_are_underlined_and_pictures_left_out() {
        shows(
            "# **Drafts**\n\n![A window](a.png)\n\n## Undo\nText",
            "Drafts\n======\n\nUndo\n----\nText",
        );
    }

    #[test]
    fn paragraphs_and_items_are_wrapped_at_words() {
        let words = ["word"; 17].join("\n");
        let line = ["word"; 16].join(" ");
        shows(&words, &format!("{line}\nword"));
        shows(
            &format!("1. {words}\n- next"),
            &format!("1. {}\n   word word\n- next", ["word"; 15].join(" ")),
        );
        shows("- one\n  and a half\n  - two", "- one and a half\n  - two");
    }

    #[test]
    fn code_stays_letter_for_letter() {
        shows("```sh\n*a* | [b](c)\n\n```\nAfter", "    *a* | [b](c)\n\nAfter");
        shows(
            "Write `*a* [b](c)`, **not** *that* [d].",
            "Write `*a* [b](c)`, not “that” [d].",
        );
    }

    #[test]
    fn links_lose_their_target_and_name_topics() {
        shows(
            "[Rust](https://rustup.rs), [`src`](../../src), [Drafts](drafts.md#undo), [above](#undo)",
            "Rust, `src`, Drafts (beckon help drafts), above",
        );
    }

    #[test]
    fn rows_of_a_table_stand_one_below_the_other() {
        shows(
            "| option | does |\n| --- | --- |\n| `--a` | one |\n| `--b` | `x\\|y` |",
            "  `--a`\n      one\n  `--b`\n      `x|y`",
        );
        shows(
            "| what | median | bound |\n| --- | --- | --- |\n| a page | 1 ms | |",
            "  a page\n      median: 1 ms",
        );
    }
}
