//! The table for a person: every feature is one block, with who plans it beneath.

mod block;
mod draw;
mod layout;
#[cfg(test)]
mod tests;

use std::io;

use crate::report::Look;
use crate::report::clean::terminal;
use crate::report::overlaps::order::{Ranked, shown};
use crate::report::overlaps::table::block::blocks;
use crate::report::overlaps::table::draw::Canvas;
use crate::report::overlaps::table::layout::Layout;
use crate::report::overlaps::{Limit, OverlapsPage};
use crate::report::words::count::counted;
use crate::report::words::sentence::sentences;

/// Overlaps that are shown unless the reader says otherwise: a screen or two.
const USUAL: Limit = Limit::Most(20);

/// Writes a table of one overlap of the page, under whatever rank it is given.
///
/// # Errors
/// If `out` cannot be written.
pub fn one(
    page: &OverlapsPage,
    ranked: Ranked,
    look: Look,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let blocks = blocks(page, &[ranked]);
    let layout = Layout::fit(&blocks, look.width);
    let mut canvas = Canvas::new(page, &layout, look, out);
    canvas.header()?;
    blocks.iter().try_for_each(|block| canvas.block(block))
}

/// Writes the blocks of the overlaps to show, then what they come to.
pub fn write(page: &OverlapsPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let (overlaps, cut) = shown(page, USUAL);
    let blocks = blocks(page, &overlaps);
    if !blocks.is_empty() {
        let layout = Layout::fit(&blocks, look.width);
        let mut canvas = Canvas::new(page, &layout, look, out);
        canvas.header()?;
        for block in &blocks {
            canvas.block(block)?;
        }
        if cut > 0 {
            canvas.note(&format!("… {}: --limit 0 shows all", counted(cut, "more feature")))?;
            writeln!(out)?;
        }
    }
    for sentence in sentences(page, &overlaps, terminal) {
        draw::sentence(&sentence, look.width, out)?;
    }
    Ok(())
}
