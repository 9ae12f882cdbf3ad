//! A document of the help as blocks of text. What a block looks like is decided where it is drawn.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The emphasis of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Plain,
    Emphasis,
    Strong,
    Code,
}

/// A piece of text of one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) style: Style,
    /// Where it leads.
    pub(super) link: Option<String>,
}

/// Text that flows.
pub(super) type Flow = Vec<Piece>;

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Title(Flow),
    Heading(Flow),
    Paragraph(Flow),
    /// A line of a list, with its depth and its number, if any.
    Item {
        depth: usize,
        number: Option<u64>,
        flow: Flow,
    },
    Code(String),
    /// The first row is the head.
    Table(Vec<Vec<Flow>>),
}

/// Reads a document. Pictures are left out: they show the window that the reader is in.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    flow: Flow,
    emphasis: usize,
    strong: usize,
    link: Option<String>,
    /// Whether a picture is being described.
    in_picture: bool,
    code: Option<String>,
    /// The lists that are open, each with the number of its next line.
    lists: Vec<Option<u64>>,
    rows: Vec<Vec<Flow>>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => self.push(&text, Style::Code),
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            Tag::Image { .. } => self.in_picture = true,
            Tag::CodeBlock(_) => self.code = Some(String::new()),
            Tag::List(first) => {
                self.end_item();
                self.lists.push(first);
            }
            Tag::TableRow | Tag::TableHead => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Image => self.in_picture = false,
            TagEnd::Heading(HeadingLevel::H1) => self.block(Block::Title),
            TagEnd::Heading(_) => self.block(Block::Heading),
            TagEnd::Paragraph if self.lists.is_empty() => self.block(Block::Paragraph),
            TagEnd::Item => self.end_item(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.blocks.push(Block::Code(code.trim_end().to_owned()));
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.flow);
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::Table => {
                let rows = std::mem::take(&mut self.rows);
                self.blocks.push(Block::Table(rows));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.push_str(text),
            None => self.push(text, self.style()),
        }
    }

    fn style(&self) -> Style {
        match (self.strong, self.emphasis) {
            (0, 0) => Style::Plain,
            (0, _) => Style::Emphasis,
            (_, _) => Style::Strong,
        }
    }

    fn push(&mut self, text: &str, style: Style) {
        if self.in_picture {
            return;
        }
        let link = self.link.clone();
        match self.flow.last_mut() {
            Some(last) if (last.style, &last.link) == (style, &link) => last.text.push_str(text),
            _ => self.flow.push(Piece {
                text: text.to_owned(),
                style,
                link,
            }),
        }
    }

    fn block(&mut self, kind: fn(Flow) -> Block) {
        let flow = std::mem::take(&mut self.flow);
        if flow.iter().any(|piece| !piece.text.trim().is_empty()) {
            self.blocks.push(kind(flow));
        }
    }

    /// Ends a line of a list: at its own end, or where a nested list begins.
    fn end_item(&mut self) {
        let flow = std::mem::take(&mut self.flow);
        if flow.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        let number = self.lists.last().copied().flatten();
        if let Some(Some(next)) = self.lists.last_mut() {
            *next += 1;
        }
        self.blocks.push(Block::Item { depth, number, flow });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::help::TOPICS;

    fn plain(flow: &Flow) -> String {
        flow.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_document_becomes_blocks() {
        let markdown = "# Title\n\nSome *words*\nof **text** and `code`.\n\n## Part\n\n- one\n- [two](two.md)\n  more\n\n\
            1. first\n2. second\n\n```json\n{\n}\n```\n\n| a | b |\n| --- | --- |\n| 1 | `2` |\n\n![A picture](a.png)\n";
        let blocks = blocks(markdown);
        let words: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Block::Title(flow) => format!("# {}", plain(flow)),
                Block::Heading(flow) => format!("## {}", plain(flow)),
                Block::Paragraph(flow) => plain(flow),
                Block::Item { depth, number, flow } => format!("{depth} {number:?} {}", plain(flow)),
                Block::Code(code) => code.replace('\n', "|"),
                Block::Table(rows) => format!("{} rows, {}", rows.len(), plain(&rows[1][1])),
            })
            .collect();
        assert_eq!(
            words,
            [
                "# Title",
                "Some words of text and code.",
                "## Part",
                "0 None one",
                "0 None two more",
                "0 Some(1) first",
                "0 Some(2) second",
                "{|}",
                "2 rows, 2",
            ]
        );
    }

    #[test]
    fn every_topic_begins_with_its_title_and_loses_no_word() {
        for topic in &TOPICS {
            let blocks = blocks(topic.markdown);
            assert!(
                matches!(&blocks[0], Block::Title(flow) if plain(flow) == topic.title()),
                "{}",
                topic.name
            );
            let mut shown = String::new();
            for block in &blocks {
                match block {
                    Block::Title(flow) | Block::Heading(flow) | Block::Paragraph(flow) | Block::Item { flow, .. } => {
                        shown.push_str(&plain(flow));
                    }
                    Block::Code(code) => shown.push_str(code),
                    Block::Table(rows) => rows.iter().flatten().for_each(|cell| shown.push_str(&plain(cell))),
                }
            }
            let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
            let lines = topic
                .markdown
                .lines()
                .filter(|line| !line.starts_with("![") && !line.starts_with("```"));
            let links: usize = lines
                .clone()
                .flat_map(|line| line.split("](").skip(1))
                .map(|rest| letters(rest.split(')').next().unwrap_or_default()))
                .sum();
            let numbers = blocks
                .iter()
                .filter(|block| matches!(block, Block::Item { number: Some(_), .. }))
                .count();
            let said: usize = lines.map(letters).sum();
            assert_eq!(letters(&shown) + links + numbers, said, "{}", topic.name);
        }
    }
}
