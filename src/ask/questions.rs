//! Which pairs of items are worth a second opinion?

use crate::overlap::{Overlap, Tier};
use crate::review::Review;
use crate::similarity::Score;

/// Two items that may be one feature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The items, as indices among the planned items, the smaller first.
    pub items: [usize; 2],
    /// How alike they are.
    pub score: Score,
    /// Why, in words for a person.
    pub because: Vec<String>,
}

/// The pairs about which there is no opinion yet: those that hold an overlap together which is only
/// worth a look, and those by which a doubtful member hangs on a certain one. What is decided, and
/// themes, which nobody takes for a feature, are not asked about. In the order of the table.
pub fn questions(review: &Review) -> Vec<Question> {
    let open = review
        .overlaps
        .iter()
        .zip(&review.statuses)
        .filter(|(overlap, status)| status.decision.is_none() && overlap.tier != Tier::Theme);
    let pairs = open.flat_map(|(overlap, _)| {
        let is_doubtful = |pair: &&[usize; 2]| {
            !overlap.is_certain() || pair.iter().any(|item| overlap.doubtful.contains(item))
        };
        overlap.needed.iter().filter(is_doubtful).map(move |&items| (overlap, items))
    });
    let item = |at: usize| review.company.items[at].item;
    let unknown = pairs.filter(|(_, [a, b])| {
        let opinions = review.settings.opinions;
        opinions.of(item(*a), item(*b)).is_none()
    });
    let question = |(overlap, items): (&Overlap, [usize; 2])| {
        let link = overlap.links.iter().find(|link| [link.a, link.b] == items);
        Question {
            items,
            score: link.map_or(Score::SAME, |link| link.score),
            because: link.map_or_else(Vec::new, |link| link.because.clone()),
        }
    };
    unknown.map(question).collect()
}
