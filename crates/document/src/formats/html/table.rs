//! The rows and cells of tables.

use super::walk::Walk;
use crate::document::Block;
use crate::markup::{Node, NodeId};
use crate::refusal::Refusal;

/// So many places of a row are told apart.
const MOST_COLUMNS: usize = 512;

impl Walk<'_, '_, '_> {
    /// Reads a table of data: its caption, then its rows.
    pub(super) fn read_table(&mut self, table: NodeId, depth: usize) -> Result<(), Refusal> {
        self.flush()?;
        let mut rows: Vec<Vec<String>> = Vec::new();
        // for each column, how many rows below are covered by a cell above
        let mut covered: Vec<usize> = Vec::new();
        let mut besides = Vec::new();
        let mut at: Vec<NodeId> = self.tree.children(table).collect();
        at.reverse();
        while let Some(id) = at.pop() {
            match self.tree.name(id) {
                "tbody" | "thead" | "tfoot" => {
                    let mut inner: Vec<NodeId> = self.tree.children(id).collect();
                    inner.reverse();
                    at.extend(inner);
                }
                "tr" => {
                    let row = self.read_row(id, depth, &mut covered, &mut besides)?;
                    if !row.is_empty() {
                        rows.push(row);
                    }
                }
                "" if self
                    .tree
                    .node(id)
                    .and_then(Node::text)
                    .is_none_or(|text| text.trim().is_empty()) => {}
                "colgroup" | "col" => {}
                // a caption, and what a browser sets before the table because it is in no cell
                "" => {
                    self.read_node(id, depth + 1)?;
                    self.flush()?;
                }
                _ => {
                    self.read_element(id, depth + 1)?;
                    self.flush()?;
                }
            }
        }
        if rows.iter().flatten().any(|cell| !cell.trim().is_empty()) {
            self.push(Block::Table { rows })?;
        }
        self.append(besides);
        Ok(())
    }

    fn read_row(
        &mut self,
        row: NodeId,
        depth: usize,
        covered: &mut Vec<usize>,
        besides: &mut Vec<super::piece::Piece>,
    ) -> Result<Vec<String>, Refusal> {
        let mut cells: Vec<String> = Vec::new();
        let ids: Vec<NodeId> = self
            .tree
            .children(row)
            .filter(|id| matches!(self.tree.name(*id), "td" | "th"))
            .collect();
        for id in ids {
            while covered.get(cells.len()).is_some_and(|rows| *rows > 0) {
                self.cover(covered, &mut cells)?;
            }
            let across = self.count_span(id, "colspan").min(MOST_COLUMNS);
            let down = self.count_span(id, "rowspan");
            let text = self.read_cell(id, depth, besides)?;
            for place in 0..across {
                if cells.len() >= MOST_COLUMNS {
                    break;
                }
                let column = cells.len();
                if covered.len() <= column {
                    covered.resize(column + 1, 0);
                }
                if let Some(rows) = covered.get_mut(column) {
                    *rows = down - 1;
                }
                self.take_part("table")?;
                cells.push(if place == 0 {
                    text.clone()
                } else {
                    String::new()
                });
            }
        }
        while covered.get(cells.len()).is_some_and(|rows| *rows > 0) {
            self.cover(covered, &mut cells)?;
        }
        Ok(cells)
    }

    fn cover(&mut self, covered: &mut [usize], cells: &mut Vec<String>) -> Result<(), Refusal> {
        if let Some(rows) = covered.get_mut(cells.len()) {
            *rows -= 1;
        }
        self.take_part("table")?;
        cells.push(String::new());
        Ok(())
    }

    fn count_span(&self, id: NodeId, name: &str) -> usize {
        let node = self.tree.node(id);
        let written = node.and_then(|node| node.attribute(name));
        let count = written.and_then(|written| written.trim().parse::<usize>().ok());
        count.unwrap_or(1).clamp(1, 10_000)
    }
}
