//! Whether a figure is the least or the most: `at least`, `no more than`, `不少于`, `以内`.

use crate::reading::{Bound, FigureKind, Side, Tongue, patterns};

patterns! {
    // What stands just before the figure, and the end of it.
    LEAST = r"(?:at least|not less than|no less than|no fewer than|not fewer than|not be less than|not be lower than|not be fewer than|not lower than|not below|not be below|no lower than|minimum of|minimum|min\.?|more than|greater than|above|exceeding|upwards of|≥|>=|>)\s*(?:[a-z]{0,3}\$?\s*)?$";
    MOST = r"(?:at most|not more than|no more than|not be more than|not exceed|not exceeding|not to exceed|never exceed|cannot exceed|must not exceed|up to|maximum of|maximum|max\.?|within|in under|less than|fewer than|below|not later than|no later than|no longer than|not longer than|≤|<=|<)\s*(?:[a-z]{0,3}\$?\s*)?$";
    NOT_LEAST = r"(?:not|no|never|nor) (?:be )?(?:more than|greater than|above|exceeding|exceed)\s*(?:[a-z]{0,3}\$?\s*)?$";
    NOT_MOST = r"(?:not|no|never|nor) (?:be )?(?:less than|fewer than|below|lower than)\s*(?:[a-z]{0,3}\$?\s*)?$";
    LEAST_AFTER = r"^ ?(?:or more|or above|or higher|or longer|and above|at least|at a minimum|minimum)";
    MOST_AFTER = r"^ ?(?:or less|or fewer|or below|or lower|at most|at the latest|maximum)";
    HAN_LEAST = r"(?:不(?:得|应|可|能|宜)?(?:少于|低于|小于|短于)|至少|最少|最低|大于|多于|高于|≥|>=|>|(?:^|[^不未得应可能])超过|大于等于|不少于)(?:人民币|等于)?\s*$";
    HAN_MOST = r"(?:(?:不|未)(?:得|应|可|能|会|宜|曾)?(?:超过|多于|大于|高于|晚于|迟于|长于|超出)|至多|最多|最高|最长|最迟|≤|<=|<|(?:^|[^不得应可能])(?:小于|低于|少于)|不足|小于等于)(?:人民币|等于)?\s*$";
    HAN_LEAST_AFTER = r"^\s*(?:个|名|人|项|次|份|台)?(?:及|或)?以上";
    HAN_MOST_AFTER = r"^\s*(?:个|名|人|项|次|份|台)?(?:以内|之内|内|及以下|或以下|以下)";
}

/// Marks every figure that is bounded from one end.
pub(crate) fn mark(side: &mut Side) {
    for at in 0..side.readings.len() {
        let reading = &side.readings[at];
        let is_figure = matches!(
            reading.kind,
            FigureKind::Number
                | FigureKind::Duration
                | FigureKind::Quantity
                | FigureKind::Percentage
                | FigureKind::Amount
        );
        if is_figure {
            let (before, after) = (side.before(reading.range.start, 26), side.after(reading.range.end, 18));
            let bound = of(side.tongue, &before, &after);
            side.readings[at].bound = bound;
        }
    }
}

fn of(tongue: Tongue, before: &str, after: &str) -> Option<Bound> {
    let (least, most) = match tongue {
        Tongue::English => (
            NOT_MOST.is_match(before) || LEAST.is_match(before) || LEAST_AFTER.is_match(after),
            NOT_LEAST.is_match(before) || MOST.is_match(before) || MOST_AFTER.is_match(after),
        ),
        Tongue::Chinese => (
            HAN_LEAST.is_match(before) || HAN_LEAST_AFTER.is_match(after),
            HAN_MOST.is_match(before) || HAN_MOST_AFTER.is_match(after),
        ),
    };
    let (least, most) = match tongue {
        // "not less than" ends like "less than".
        Tongue::English if NOT_MOST.is_match(before) => (true, false),
        Tongue::English if NOT_LEAST.is_match(before) => (false, true),
        _ => (least, most),
    };
    match (least, most) {
        (true, false) => Some(Bound::AtLeast),
        (false, true) => Some(Bound::AtMost),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::read;

    #[test]
    fn bounds_are_read_in_both_languages() {
        for (english, chinese, bound) in [
            ("at least 3 copies", "不少于3份", Some(Bound::AtLeast)),
            ("no more than 5 users", "不超过5名用户", Some(Bound::AtMost)),
            ("not less than 99.9 %", "不低于99.9%", Some(Bound::AtLeast)),
            ("within 15 minutes", "15分钟以内", Some(Bound::AtMost)),
            ("shall not exceed 10 %", "不得超过10%", Some(Bound::AtMost)),
            ("more than 30 days", "超过30天", Some(Bound::AtLeast)),
            ("5 or more users", "5名以上用户", Some(Bound::AtLeast)),
            ("5 users", "5名用户", None),
        ] {
            for (words, tongue) in [(english, Tongue::English), (chinese, Tongue::Chinese)] {
                assert_eq!(read(words, tongue).readings[0].bound, bound, "{words}");
            }
        }
    }
}
