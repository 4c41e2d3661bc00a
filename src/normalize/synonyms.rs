//! Plain words that people use for the same thing, whatever they build.
use frostem::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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

static COMMON: LazyLock<FxHashMap<String, String>> = LazyLock::new(|| {
    let stemmer = Stemmer::new(Algorithm::English);
    let stem = |word: &str| stemmer.stem(word).into_owned();
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
    fn every_word_stands_in_one_row_only() {
        let words: Vec<&str> = ROWS.split_ascii_whitespace().collect();
        for word in &words {
            let times = words.iter().filter(|other| *other == word).count();
            assert_eq!(times, 1, "{word}");
        }
    }
}
