//! Figures and bilingual texts of any noun.

mod place;

use hefu_api::failure::Problem;
use hefu_api::text::{AmountInWords, AmountWords, ReviewText, TextReviewed};
use hefu_domain::money::capitals_zh;

use crate::failure::{Trouble, invalid};
use crate::session::{Action, Report};

pub(crate) fn amount_in_words(request: AmountInWords, _: Report<'_>) -> Result<AmountWords, Trouble> {
    let zh = capitals_zh(request.amount).map_err(|_| invalid("amount", "amount", Problem::OutOfRange))?;
    Ok(AmountWords { zh })
}

pub(crate) fn review_text(action: &mut Action<'_>, request: ReviewText) -> Result<TextReviewed, Trouble> {
    place::review(action, request)
}
