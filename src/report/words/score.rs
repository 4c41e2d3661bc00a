//! Scores as a person reads them.

use crate::similarity::Score;

/// Two scores that are compared: with two decimals, and with three where two do not tell which of
/// them is higher.
pub fn compared(scores: [Score; 2]) -> [String; 2] {
    let [one, other] = scores;
    let look_equal = one != other && one.to_string() == other.to_string();
    let decimals = if look_equal { 3 } else { 2 };
    scores.map(|score| format!("{score:.decimals$}"))
}

#[cfg(test)]
mod tests {
    use super::compared;
    use crate::similarity::Score;

    #[test]
    fn the_higher_of_two_scores_looks_higher() {
        for (scores, told) in [
            ([840, 710], ["0.84", "0.71"]),
            ([891, 894], ["0.891", "0.894"]),
            ([894, 896], ["0.89", "0.90"]),
            ([890, 890], ["0.89", "0.89"]),
        ] {
            assert_eq!(compared(scores.map(Score::from_thousandths)), told);
        }
    }
}
