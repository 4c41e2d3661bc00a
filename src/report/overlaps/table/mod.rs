//! The table for a person: every feature is one block, with who plans it beneath.

mod block;
mod draw;
mod layout;
#[cfg(test)]
mod tests;

use std::io;

use crate::report::Page;
use crate::report::clean::terminal;
use crate::report::overlaps::order::{Ranked, shown};
use crate::report::overlaps::table::block::blocks;
use crate::report::overlaps::table::draw::Canvas;
use crate::report::overlaps::table::layout::Layout;
use crate::report::words::count::counted;
use crate::report::words::sentence::sentences;

/// Writes a table of one overlap of the page, in full and under a rank of its own.
///
/// # Errors
/// If `out` cannot be written.
pub fn one(page: &Page, overlap: usize, rank: usize, out: &mut dyn io::Write) -> io::Result<()> {
    let ranked = Ranked { rank, overlap: &page.overlaps[overlap], at: overlap };
    let blocks = blocks(page, &[ranked]);
    let layout = Layout::fit(&blocks, page.view.width);
    let mut canvas = Canvas::new(page, &layout, out);
    canvas.header()?;
    blocks.iter().try_for_each(|block| canvas.block(block))
}

/// Writes the blocks of the overlaps to show, then what they come to.
pub fn write(page: &Page, out: &mut dyn io::Write) -> io::Result<()> {
    let (overlaps, cut) = shown(page);
    let blocks = blocks(page, &overlaps);
    if !blocks.is_empty() {
        let layout = Layout::fit(&blocks, page.view.width);
        let mut canvas = Canvas::new(page, &layout, out);
        canvas.header()?;
        for block in &blocks {
            canvas.block(block)?;
        }
        if cut > 0 {
            canvas.note(&format!("… {}: --limit 0 shows all", counted(cut, "more feature")))?;
            writeln!(out)?;
        }
    }
    for sentence in sentences(page, terminal) {
        draw::sentence(&sentence, page.view.width, out)?;
    }
    Ok(())
}
