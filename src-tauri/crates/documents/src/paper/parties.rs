//! The section that says whose paper it is: parties, contract, project, day of issue.

use chrono::NaiveDate;
use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::composer::Composer;
use super::front::Money;
use super::words::{self, Phrase, tongue};
use crate::layout::row::Paragraph;

impl Composer<'_> {
    /// A numbered section of the parties, the contract and the project.
    pub(crate) fn parties(&mut self) {
        let node = self.section(messages::document_paper_section_parties);
        let grid = self.grid(116.0, &[]);
        let head = self.head(
            &grid,
            messages::document_paper_column_party,
            messages::document_paper_column_particulars,
            &[],
        );
        let front = self.front;
        let mut facts: Vec<(Phrase, Vec<Paragraph>)> = Vec::new();
        for (at, party) in front.parties.iter().enumerate() {
            let place = format!("parties/{}/name", at + 1);
            let mut names = self.sides(&party.name, &place, self.style.body);
            if !party.legal_id.is_empty() {
                for name in &mut names {
                    let language = name.language;
                    let words = std::mem::take(&mut name.spans[0].text);
                    name.spans[0].text =
                        messages::document_paper_legal_id(tongue(language), words, &party.legal_id);
                }
            }
            facts.push((words::party(party.role), names));
        }
        let contract = &front.contract;
        let titles = self.sides(&contract.title, "contract/title", self.style.body);
        facts.push((messages::document_paper_contract, titles));
        let numbers =
            self.same(|language| contract_line(language, &contract.number, contract.date), "contract/number");
        facts.push((messages::document_paper_contract_number, numbers));
        if let Some(amount) = &contract.amount {
            let amounts = self.same(|language| in_words(language, amount), "contract/amount");
            facts.push((messages::document_paper_contract_amount, amounts));
        }
        let project = &front.project_title;
        let mut titles = self.sides(project, "project_title", self.style.body);
        for title in &mut titles {
            let words = std::mem::take(&mut title.spans[0].text);
            title.spans[0].text =
                messages::document_paper_legal_id(tongue(title.language), words, &front.project_number);
        }
        facts.push((messages::document_paper_project, titles));
        let issued = self.same(|language| words::date(language, front.date), "date");
        facts.push((messages::document_paper_issued, issued));
        let rows = facts.into_iter().map(|(label, texts)| self.fact(&grid, label, texts)).collect();
        self.script.table(node, head, rows);
    }
}

/// `HCHG-IT-2026-031, 2 March 2026`.
pub(crate) fn contract_line(language: Language, number: &str, date: Option<NaiveDate>) -> String {
    match date {
        Some(date) => {
            messages::document_paper_number_and_date(tongue(language), number, words::date(language, date))
        }
        None => number.to_owned(),
    }
}

/// In Chinese with capitals, where there are any.
fn in_words(language: Language, amount: &Money) -> String {
    let figures = words::amount(language, amount);
    if language == Language::En || amount.in_words.is_empty() {
        return figures;
    }
    messages::document_paper_amount_in_words(tongue(language), figures, amount.in_words.as_str())
}
