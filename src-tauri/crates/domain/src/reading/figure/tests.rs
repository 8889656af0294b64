//! Figures as people type them.

use super::*;

fn amount(code: &str) -> Figure {
    Figure::Amount { currency: code.parse().unwrap() }
}

/// A figure in digits, several with a bar between, a reason by its name.
fn said(typed: &str, figure: Figure, grouping: Grouping) -> String {
    match FigureReading::of(typed, figure, grouping) {
        FigureReading::Figure { value } => value.to_string(),
        FigureReading::Several { values } => {
            values.iter().map(|value| format!("{value}?")).collect::<Vec<_>>().join(" | ")
        }
        FigureReading::Unread { why } => format!("{why:?}"),
    }
}

fn reads(figure: Figure, grouping: Grouping, table: &[(&str, &str)]) {
    for (typed, expected) in table {
        assert_eq!(said(typed, figure, grouping), *expected, "{typed:?} {figure:?} {grouping:?}");
    }
}

#[test]
fn an_amount_reads_the_same_in_every_notation() {
    for grouping in [Grouping::Comma, Grouping::Space] {
        for typed in [
            "8600000",
            "8600000.00",
            "8,600,000",
            "8,600,000.00",
            "8 600 000",
            "8 600 000.00",
            "8\u{a0}600\u{a0}000",
            "8'600'000",
            "8.600.000",
            "8.600.000,00",
            "8 600 000,00",
            "８６０００００",
            "８，６００，０００．００",
            "¥8,600,000",
            "￥8600000",
            "CNY 8,600,000.00",
            "8600000元",
            "人民币8,600,000.00元整",
            "860万",
            "860 万",
            "860万元",
            "8.6百万",
            "0.086亿",
            "8.6m",
            "8.6M",
            "8.6 million",
            "8600k",
            "+8600000",
            "RMB 8.6m",
        ] {
            assert_eq!(said(typed, amount("CNY"), grouping), "8600000", "{typed:?} {grouping:?}");
        }
        reads(
            amount("CNY"),
            grouping,
            &[
                ("1,234.50", "1234.5"),
                ("1 234.50", "1234.5"),
                ("0.5", "0.5"),
                ("1234.5", "1234.5"),
                ("0", "0"),
            ],
        );
    }
}

#[test]
fn what_a_comma_means_is_not_guessed() {
    reads(
        amount("CNY"),
        Grouping::Comma,
        &[("1,234", "1234"), ("1 234,5", "1234.5"), ("1234,5", "1234.5?"), ("12,34", "12.34?")],
    );
    reads(amount("KWD"), Grouping::Space, &[("1,234", "1234? | 1.234?")]);
    reads(
        amount("CNY"),
        Grouping::Space,
        &[("1,234", "1234?"), ("1234,5", "1234.5"), ("12,34", "12.34"), ("1 234,5", "1234.5")],
    );
    // A point before three digits is no decimal of a currency with two.
    reads(amount("CNY"), Grouping::Comma, &[("1.234", "1234?"), ("0.234", "TooPrecise { decimals: 2 }")]);
    reads(amount("KWD"), Grouping::Comma, &[("1.234", "1.234")]);
}

#[test]
fn an_amount_that_is_none_says_why() {
    reads(
        amount("CNY"),
        Grouping::Comma,
        &[
            ("", "Unreadable"),
            ("8.6.", "Unreadable"),
            ("about 8m", "Unreadable"),
            ("八百万", "Unreadable"),
            ("万", "Unreadable"),
            ("1,23,456", "Unreadable"),
            ("1,2345", "TooPrecise { decimals: 2 }"),
            ("1.2.3", "Unreadable"),
            ("1,234 567", "Unreadable"),
            ("8600000.005", "TooPrecise { decimals: 2 }"),
            ("0.00001万", "0.1"),
            ("-5", "OutOfRange"),
            ("−5", "OutOfRange"),
            ("- five", "Unreadable"),
            ("US$100", "OtherCurrency"),
            ("100 USD", "OtherCurrency"),
            ("$100", "OtherCurrency"),
            ("1000000000000000", "OutOfRange"),
            ("999999999999999.99", "999999999999999.99"),
            ("10%", "Unreadable"),
            ("1e6", "Unreadable"),
        ],
    );
    reads(
        amount("VND"),
        Grouping::Comma,
        &[
            ("1.234.567", "1234567"),
            ("1.234", "1234?"),
            ("12.5", "TooPrecise { decimals: 0 }"),
            ("100₫", "100"),
        ],
    );
    reads(
        amount("SGD"),
        Grouping::Comma,
        &[("S$1,234.50", "1234.5"), ("$5", "5"), ("5 新元", "5"), ("¥5", "OtherCurrency")],
    );
    assert_eq!(said(&"9".repeat(99), amount("CNY"), Grouping::Comma), "OutOfRange");
    assert_eq!(said(&"9".repeat(4000), amount("CNY"), Grouping::Comma), "Unreadable");
}

#[test]
fn shares_and_counts_stay_within_their_bounds() {
    reads(
        Figure::Percent,
        Grouping::Comma,
        &[
            ("30", "30"),
            ("30%", "30"),
            ("30 %", "30"),
            ("３０％", "30"),
            ("6.5%", "6.5"),
            ("百分之30", "30"),
            ("30 percent", "30"),
            ("0.3", "0.3"),
            ("100", "100"),
            ("100.5", "OutOfRange"),
            ("300%", "OutOfRange"),
            ("-1", "OutOfRange"),
            ("6,5", "6.5?"),
            ("a third", "Unreadable"),
            ("30万", "Unreadable"),
        ],
    );
    reads(
        Figure::Count,
        Grouping::Comma,
        &[
            ("10", "10"),
            ("10天", "10"),
            ("10 working days", "10"),
            ("10个工作日", "10"),
            ("１０", "10"),
            ("0", "0"),
            ("999", "999"),
            ("1,000", "OutOfRange"),
            ("1.5", "TooPrecise { decimals: 0 }"),
            ("-1", "OutOfRange"),
            ("ten", "Unreadable"),
            ("10x", "Unreadable"),
            ("天", "Unreadable"),
        ],
    );
}
