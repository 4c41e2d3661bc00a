//! Tells the names of people from other words.

/// Words that stand in titles of themes and in no name of a person, in lower case.
const THEMES: &str = "access account accounts actions admin ads ai alerting alerts all analytics \
    android api apis app apps architecture area assistant audit auth authentication automation \
    backend backlog bets billing bugs build business capacity care catalog channel channels chat \
    checkout client cloud code collaboration commerce communication community compliance content \
    control conversion core cost costs customer customers cyber dashboard data debt delivery \
    deployment design dev developer developers development devices devops digital discovery \
    documentation ecosystem edge efficiency email engagement engineering enterprise excellence \
    existing experience experiments external facing features finance foundation foundations fraud \
    frontend fulfilment functional future general global goals governance group growth hardware \
    health help hiring home identity improvements infra infrastructure initiatives innovation \
    insights integration integrations internal inventory investments ios items journey key \
    knowledge labs later launch leadership learning legal line local logistics long loyalty \
    machine maintenance management market marketing marketplace media merchant messaging metrics \
    migration migrations mobile model models modernization monetization monitoring network new next \
    nice notifications observability office onboarding online open operational operations other \
    others parking partner partners payment payments people performance personalization pipeline \
    plan planned planning plans platform platforms policy portal portfolio pricing priorities \
    priority privacy process product productivity products program project projects quality quick \
    ready recommendations refactoring release releases reliability reporting reports requests \
    research retention revenue risk roadmap safety sales scalability science search security self \
    service services shared shipping short single site social software stability storage stores \
    strategic strategy stretch supply support sustainability system systems talent tasks team teams \
    tech technical technology term test testing themes tools top training transformation trust user \
    users ux value vendor video vision web website wins work workflow workflows workforce \
    and at big blocked by could done first for from half have high hold icebox ideas in low medium \
    must not of on progress quarter review rocks second should soon the third to under up with";

/// Particles inside names, in lower case.
const PARTICLES: &[&str] = &[
    "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "la",
    "le", "ten", "van", "von", "y",
];

/// Whether a text looks like the name of a person: two to four words with capitals and nothing but
/// letters, none of which stands in titles of themes.
pub fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_theme = |word: &str| THEMES.split_ascii_whitespace().any(|theme| theme == word);
    let is_name = |word: &&str| {
        let word = word.strip_suffix('.').unwrap_or(word);
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let rest = letters.as_str();
        let is_lower = rest.is_empty() || rest.chars().any(char::is_lowercase);
        capital
            && is_lower
            && rest.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
            && !is_theme(&word.to_lowercase())
    };
    let is_particle = |word: &&str| PARTICLES.contains(word);
    let ends = words.first().is_some_and(is_name) && words.last().is_some_and(is_name);
    (2..=4).contains(&words.len()) && ends && words.iter().all(|it| is_name(it) || is_particle(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_told_from_themes() {
        for name in ["Ana Ruiz", "Jo van der Berg", "Ana-Maria O'Neil", "A. Ruiz", "Zoë Łukasz"] {
            assert!(is_person(name), "{name}");
        }
        for other in [
            "Ana",
            "Single sign-on",
            "Customer Experience",
            "Platform Team",
            "Q1 Plans",
            "ANA RUIZ",
            "API Gateway",
            "Growth",
            "Developer Tools",
            "In Progress",
            "Parking Lot",
            "",
        ] {
            assert!(!is_person(other), "{other}");
        }
    }
}
