//! The table for a person: every feature is one block, with who plans it beneath.

mod block;
mod draw;
mod layout;
#[cfg(test)]
mod tests;

use std::io;

use crate::report::Look;
use crate::report::clean::terminal;
use crate::report::overlaps::table::block::{blocks, briefs};
use crate::report::overlaps::table::draw::Canvas;
use crate::report::overlaps::table::layout::Layout;
use crate::report::overlaps::{Limit, OverlapsPage, Ranked, shown};
use crate::report::words::count::counted;
use crate::report::words::sentence::{sentences, themes};

/// What stands over the overlaps that are not certain.
const WORTH_A_LOOK: &str = "Worth a look: less certain";

/// What stands over the overlaps that everyday words make.
const THEMES: &str = "Themes: everyday words that name no feature";

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
    canvas.header("")?;
    blocks.iter().try_for_each(|block| canvas.block(block))
}

/// Writes the blocks of the overlaps to show, then what they come to.
pub fn write(page: &OverlapsPage, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let shown = shown(page, USUAL);
    let mut blocks = blocks(page, &shown.whole);
    let whole = blocks.len();
    // The rule under the header names what follows; two rules would say it twice.
    let caption = blocks.first_mut().and_then(|block| block.caption.take()).unwrap_or_default();
    blocks.extend(briefs(page, &shown.brief));
    if !blocks.is_empty() {
        let layout = Layout::fit(&blocks, look.width);
        let mut canvas = Canvas::new(page, &layout, look, out);
        canvas.header(&caption)?;
        let (blocks, briefs) = blocks.split_at(whole);
        blocks.iter().try_for_each(|block| canvas.block(block))?;
        let more = |count| counted(count, "more feature");
        if shown.cut > 0 {
            canvas.note(&format!("… {}: --limit 0 shows all", more(shown.cut)))?;
            canvas.gap()?;
        }
        if !briefs.is_empty() {
            canvas.rule(WORTH_A_LOOK)?;
            briefs.iter().try_for_each(|brief| canvas.brief(brief))?;
            let hint = match shown.cut_brief {
                0 => "--doubtful shows who plans them".to_owned(),
                cut => format!("… {}: --doubtful shows all", more(cut)),
            };
            canvas.note(&hint)?;
            canvas.gap()?;
        }
        if !shown.themes.is_empty() {
            canvas.rule(THEMES)?;
            canvas.note(&themes(&shown.themes, terminal))?;
            canvas.gap()?;
        }
    }
    for sentence in sentences(page, &shown, terminal) {
        draw::sentence(&sentence, look.width, out)?;
    }
    Ok(())
}
