//! Figures and bilingual texts of any noun.

mod place;

use hefu_api::Failure;
use hefu_api::text::{AmountInWords, AmountWords, CompareFigures, FiguresCompared, ReviewText, TextReviewed};
use hefu_domain::money::capitals_zh;

use crate::failure::CommandError;
use crate::session::{Action, OnProgress};

pub(crate) fn amount_in_words(
    request: AmountInWords,
    _: OnProgress<'_>,
) -> Result<AmountWords, CommandError> {
    let zh = capitals_zh(request.amount).map_err(|_| Failure::AmountNotInWords)?;
    Ok(AmountWords { zh })
}

pub(crate) fn compare_figures(
    request: CompareFigures,
    _: OnProgress<'_>,
) -> Result<FiguresCompared, CommandError> {
    Ok(hefu_parity::compare(&request.en, &request.zh))
}

pub(crate) fn review_text(
    action: &mut Action<'_>,
    request: ReviewText,
) -> Result<TextReviewed, CommandError> {
    place::review(action, request)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;

    #[test]
    fn a_sum_that_is_not_written_in_capitals_is_refused_for_what_it_is() {
        let asked = |amount: &str| {
            let request = AmountInWords { amount: amount.parse().unwrap() };
            amount_in_words(request, &mut |_| ControlFlow::Continue(())).map(|words| words.zh)
        };
        for amount in ["-5", "1.005", "10000000000000000"] {
            let refused = asked(amount).unwrap_err();
            assert!(matches!(Failure::from(refused), Failure::AmountNotInWords), "{amount}");
        }
        assert_eq!(asked("3240000.00").unwrap(), "人民币叁佰贰拾肆万元整");
    }
}
