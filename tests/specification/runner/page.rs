//! Reads a page: its headings, fenced blocks and tables. Everything else is prose.

/// A page of the specification.
pub struct Page {
    /// The name of its file.
    pub name: String,
    pub blocks: Vec<Block>,
}

/// What a page has besides prose. Lines are counted from 1.
pub enum Block {
    Heading,
    Fence(Fence),
    Table(Table),
}

/// A fenced block.
pub struct Fence {
    /// The line on which it begins.
    pub line: usize,
    /// The text after the opening fence, such as `json rule`.
    pub info: String,
    pub text: String,
}

/// A table.
pub struct Table {
    pub line: usize,
    pub header: Vec<String>,
    pub rows: Vec<Row>,
}

/// A row of a table.
pub struct Row {
    pub line: usize,
    pub cells: Vec<String>,
}

impl Table {
    /// Returns a cell of a row by the name of its column; `None` where the table has no such column.
    pub fn cell<'r>(&self, row: &'r Row, column: &str) -> Option<&'r str> {
        let place = self.header.iter().position(|name| name == column)?;
        row.cells.get(place).map(String::as_str)
    }
}

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    /// A fence that does not end, or a table whose rows differ in length, with its line.
    pub fn read(name: &str, text: &str) -> Result<Page, String> {
        let mut blocks = Vec::new();
        let mut lines = text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .peekable();
        while let Some((number, line)) = lines.next() {
            if let Some(info) = line.strip_prefix("```") {
                let mut inside = Vec::new();
                loop {
                    match lines.next() {
                        Some((_, "```")) => break,
                        Some((_, line)) => inside.push(line),
                        None => return Err(format!("{name}:{number}: the block does not end")),
                    }
                }
                blocks.push(Block::Fence(Fence {
                    line: number,
                    info: info.trim().to_owned(),
                    text: inside.join("\n"),
                }));
            } else if line.starts_with('#') {
                blocks.push(Block::Heading);
            } else if line.starts_with('|') {
                let header = cells(line);
                let mut rows = Vec::new();
                while let Some((number, line)) = lines.next_if(|(_, line)| line.starts_with('|')) {
                    let cells = cells(line);
                    if cells.len() != header.len() {
                        return Err(format!("{name}:{number}: {} cells, not {}", cells.len(), header.len()));
                    }
                    let is_rule = cells
                        .iter()
                        .all(|cell| cell.chars().all(|letter| "-: ".contains(letter)) && cell.contains('-'));
                    if !is_rule {
                        rows.push(Row { line: number, cells });
                    }
                }
                if rows.is_empty() {
                    return Err(format!("{name}:{number}: a table without rows"));
                }
                blocks.push(Block::Table(Table {
                    line: number,
                    header,
                    rows,
                }));
            }
        }
        Ok(Page {
            name: name.to_owned(),
            blocks,
        })
    }
}

/// Returns the cells of a line, without the blanks around them. `\|` is a bar of the text.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|').replace("\\|", "\u{0}");
    let inner = inner.strip_suffix('|').unwrap_or(&inner);
    let cell = |cell: &str| cell.trim().replace('\u{0}', "|");
    inner.split('|').map(cell).collect()
}
