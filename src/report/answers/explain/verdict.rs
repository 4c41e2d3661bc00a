//! What the comparison of two names comes to, in a sentence.

use crate::ask::{Explanation, Verdict};
use crate::report::answers::ExplainPage;
use crate::report::clean::Door;
use crate::report::words::score::compared;

/// Whether the two are one feature, and why: `Two features: they contrast (import / export).`
pub fn sentence(page: &ExplainPage, clean: Door) -> String {
    let Explanation { score, needed, verdict, rivals, sides, .. } = page.explanation;
    let number = if verdict.is_one() { "One feature" } else { "Two features" };
    let [had, asked] = compared([*score, *needed]);
    let better = || rivals.iter().find(|rival| rival.score > *score);
    let why = match verdict {
        Verdict::SameItem => "both are the same item".to_owned(),
        Verdict::Silenced(side) => {
            format!("a comment silences \"{}\"", clean(&sides[*side].text))
        }
        Verdict::Dropped(side) => format!("\"{}\" was dropped", clean(&sides[*side].text)),
        Verdict::ToldApart(_) => "leaders told them apart in the decisions file".to_owned(),
        Verdict::Settled => "both are done, so that nothing is left to decide".to_owned(),
        Verdict::SameName => "both names are read as the same words".to_owned(),
        Verdict::Linked => format!("{had} is enough where {asked} is needed"),
        Verdict::Joined => format!("others link them ({score} between these two)"),
        Verdict::Opinion(why) if why.is_empty() => "a second opinion says so".to_owned(),
        Verdict::Opinion(why) => format!("a second opinion says so ({})", clean(why)),
        Verdict::Distinct => "roundtable.yaml calls them distinct".to_owned(),
        Verdict::Near(at) => format!(
            "what one shares with the overlap {} of the other may be a coincidence",
            clean(&page.overlaps[*at].name)
        ),
        Verdict::Contrasting(contrast) => {
            format!("they contrast ({})", clean(&contrast.to_string()))
        }
        Verdict::Generic => "any team could have a name like this, which tells nothing".to_owned(),
        Verdict::Unlike => format!("{had} is less than the {asked} that is needed"),
        Verdict::Rivalled => better().map_or_else(
            || format!("{score} would be enough, but others are a better match"),
            |rival| {
                let name = clean(&page.company.items[rival.item].item.name);
                let of = clean(&sides[rival.side].text);
                let [better, had] = compared([rival.score, *score]);
                format!("\"{name}\" is a better match of \"{of}\" ({better} over {had})")
            },
        ),
        Verdict::Apart => {
            format!("{score} would be enough, but what each is grouped with is not alike")
        }
    };
    format!("{number}: {why}.")
}
