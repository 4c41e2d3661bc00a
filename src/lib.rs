//! roundtable finds the features that several leaders of one company plan without knowing of each
//! other.
//!
//! A **roadmap** is **normalize**d; **candidates** are paired; their **similarity** is scored; near
//! names **cluster**; clusters are **overlap**s; a **report** tells.

/// Features that are planned more than once: ranking, kinds, the proposed name.
pub mod overlap;
/// One file per output format.
pub mod report;
/// What leaders wrote: types, finding files, one file per input format, problems.
pub mod roadmap;
/// How alike, 0 to 1, and why.
pub mod similarity;
