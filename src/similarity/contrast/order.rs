//! What the order of words tells apart: elsewhere names are compared as bags of words.

use crate::names::{Vocabulary, stem};
use crate::similarity::contrast::Pair;

/// Words that make opposites of one verb: to opt in, to opt out.
const PARTICLES: [(&str, &str); 3] = [("in", "out"), ("on", "off"), ("up", "down")];

/// Words before where something goes.
const TOWARDS: [&str; 2] = ["to", "into"];

/// The words whose place matters, as numbers in the vocabulary.
pub struct Order {
    particles: Vec<(u32, u32)>,
    towards: Vec<u32>,
    from: Option<u32>,
}

impl Order {
    /// Looks the words up once.
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let id = |word: &str| vocabulary.id(&stem(word));
        Self {
            particles: PARTICLES.iter().filter_map(|(x, y)| Some((id(x)?, id(y)?))).collect(),
            towards: TOWARDS.iter().filter_map(|word| id(word)).collect(),
            from: id("from"),
        }
    }

    /// The words in which two forms say the same way in the other direction, or begin what the
    /// other ends.
    pub fn apart(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        self.reversed(a, b).or_else(|| self.ended(a, b)).or_else(|| self.turned_round(a, b))
    }

    /// "Migrate users to Okta", "migrate users from Okta": one party, and the other direction.
    fn turned_round(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        let behind = |form: &[u32], is: &dyn Fn(u32) -> bool| -> Vec<(u32, u32)> {
            form.windows(2).filter(|two| is(two[0])).map(|two| (two[0], two[1])).collect()
        };
        let from = |form: &[u32]| behind(form, &|id| self.from == Some(id));
        let to = |form: &[u32]| behind(form, &|id| self.towards.contains(&id));
        let apart = |x: &[u32], y: &[u32]| {
            let (leaving, entering) = (from(x), to(y));
            let is_both = !to(x).is_empty() || !from(y).is_empty();
            let same = |&(from, party): &(u32, u32)| {
                let entered = entering.iter().find(|(_, other)| *other == party);
                entered.map(|(to, _)| (from, *to))
            };
            leaving.iter().find_map(same).filter(|_| !is_both)
        };
        let swapped = || apart(b, a).map(|(from, to)| (to, from));
        apart(a, b).or_else(swapped).map(|(x, y)| (Some(x), Some(y)))
    }

    /// "From the cloud to the edge", "from the edge to the cloud"; "text to speech", "speech to
    /// text".
    fn reversed(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        let (x, y) = (self.way(a)?, self.way(b)?);
        (x.0 != x.1 && x == (y.1, y.0)).then_some((Some(x.1), Some(y.1)))
    }

    /// Where something comes from, and where it goes: the word after `from`, or else the word
    /// before `to`, and the word after `to`.
    fn way(&self, form: &[u32]) -> Option<(u32, u32)> {
        let to = form.iter().position(|id| self.towards.contains(id))?;
        let after_from = form.iter().position(|id| self.from == Some(*id)).map(|at| at + 1);
        let from = after_from.or(to.checked_sub(1))?;
        Some((*form.get(from)?, *form.get(to + 1)?))
    }

    /// "Opt in", "opt out": one verb with two particles, of which neither form says both.
    fn ended(&self, a: &[u32], b: &[u32]) -> Option<Pair> {
        let says = |form: &[u32], verb: u32, particle: u32| {
            form.windows(2).any(|pair| pair == [verb, particle])
        };
        a.windows(2).find_map(|pair| {
            let (verb, particle) = (pair[0], pair[1]);
            let other = self.opposite(particle)?;
            let apart = says(b, verb, other) && !says(a, verb, other) && !says(b, verb, particle);
            apart.then_some((Some(particle), Some(other)))
        })
    }

    fn opposite(&self, particle: u32) -> Option<u32> {
        let mut both = self.particles.iter().flat_map(|&(x, y)| [(x, y), (y, x)]);
        both.find(|(one, _)| *one == particle).map(|(_, other)| other)
    }
}
