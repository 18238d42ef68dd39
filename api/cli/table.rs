//! Tables for people: columns, no lines.

use comfy_table::{Table, presets::NOTHING};

/// A table with these columns; empty where there are no rows.
pub fn table<const COLUMNS: usize>(
    names: [&str; COLUMNS],
    rows: impl IntoIterator<Item = [String; COLUMNS]>,
) -> String {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_header(names.map(str::to_uppercase)).add_rows(rows);
    let lines = table.lines().map(|line| line.trim().to_owned());
    if table.row_count() == 0 { String::new() } else { lines.collect::<Vec<_>>().join("\n") }
}
