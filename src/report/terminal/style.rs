//! The few styles of what a person reads at a terminal.

use anstyle::{AnsiColor, Style};

/// The styles; without colours all are empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Styles {
    /// What the eye is to find.
    pub strong: Style,
    /// What is secondary.
    pub subtle: Style,
    /// Whom to talk to.
    pub accent: Style,
    /// Everything else.
    pub plain: Style,
}

impl Styles {
    /// Bold for features, dim for what is secondary, and one colour for whom to talk to.
    pub fn new(styled: bool) -> Self {
        if !styled {
            return Self::default();
        }
        Self {
            strong: Style::new().bold(),
            subtle: Style::new().dimmed(),
            accent: AnsiColor::Cyan.on_default(),
            plain: Style::new(),
        }
    }
}
