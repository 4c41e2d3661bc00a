//! Plain words that people use for the same thing, whatever they build.

use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use crate::names::words::stem::uninflected;

/// The stem that stands for all of one meaning: that of `photo` is that of `image`.
///
/// Safe because each row holds words that can take each other's place in a plan of any company;
/// words of which that is true in some companies only (`customer`, `member`) are in no row.
pub fn common(stem: String) -> String {
    match COMMON.get(&stem) {
        Some(common) => common.clone(),
        None => stem,
    }
}

/// The words, where several that say what one says are that one: "more than one" is "multiple".
///
/// Safe because the words say nothing else together, wherever they stand.
pub fn shortened(words: Vec<String>) -> Vec<String> {
    if !words.iter().any(|word| word == "more") {
        return words;
    }
    let mut short = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let Some(first) = rest.first() {
        let long = SEVERAL.iter().find(|(long, _)| {
            rest.len() >= long.len() && rest.iter().zip(*long).all(|(x, y)| x == y)
        });
        short.push(long.map_or_else(|| first.clone(), |(_, one)| (*one).to_owned()));
        rest = &rest[long.map_or(1, |(long, _)| long.len())..];
    }
    short
}

/// Several words, and the one that says the same.
const SEVERAL: [(&[&str], &str); 3] = [
    (&["more", "than", "one"], "multiple"),
    (&["more", "than", "1"], "multiple"),
    (&["2", "or", "more"], "multiple"),
];

static COMMON: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let stemmer = Stemmer::new(Algorithm::English);
    let stem = |word: &str| uninflected(stemmer, word);
    let mut common = FxHashMap::default();
    for row in ROWS.lines() {
        let mut words = row.split_ascii_whitespace().map(stem);
        let first = words.next().unwrap_or_default();
        common.extend(words.filter(|word| *word != first).map(|word| (word, first.clone())));
    }
    common
});

/// One row for each meaning, the commonest word first, without plurals and endings that the
/// stemmer knows.
const ROWS: &str = "\
administrator admin sysadmin
alert alarm
answer reply
assign assignee
automate automatic
begin start commence
bespoke tailored
buy purchase
calculate compute
car automobile
carton box
cart basket trolley
chart graph diagram
choose select choice
clone duplicate
comment remark
complaint grievance
compulsory mandatory obligatory
company firm corporation
contract agreement
cost expense spend expenditure
coupon voucher
coworker colleague
deadline due
delay lateness
delete erase remove erasure removal
detect identify recognize
display show
document doc
employee staff personnel workforce
error failure fault
evaluate assess
fast quick rapid speedy
fee surcharge
film movie
folder directory
forecast predict
fraud scam
guide handbook
hide conceal
hire recruit
image picture photo photograph
instant immediate
invoice bill
keep retain
limit restrict cap
lorry truck
medicine medication
multiple several many
outage downtime
overview summary
parcel package consignment
permission privilege
phone telephone
postpone defer
previous prior former
recommend suggest
refund reimburse
reject decline refuse
rent lease
repair mend
reservation booking
salary wage
schedule timetable
search find lookup
survey questionnaire
swap exchange
tag label
undo revert
usage utilization consumption
vacation holiday
verify validate
website site
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_words_that_say_one_are_that_one() {
        for (text, expected) in [
            ("assign to more than one user", "assign to multiple user"),
            ("pay with 2 or more cards", "pay with multiple cards"),
            ("more reports", "more reports"),
        ] {
            let words = text.split(' ').map(str::to_owned).collect();
            assert_eq!(shortened(words).join(" "), expected);
        }
    }

    #[test]
    fn every_word_stands_in_one_row_only() {
        let words: Vec<&str> = ROWS.split_ascii_whitespace().collect();
        for word in &words {
            let times = words.iter().filter(|other| *other == word).count();
            assert_eq!(times, 1, "{word}");
        }
    }
}
