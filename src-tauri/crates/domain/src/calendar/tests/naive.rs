//! The calendars against a count day by day, read from the files by nothing but their words.

use std::collections::BTreeSet;

use chrono::Days;

use super::*;
use crate::calendar::{Found, Question};

/// A calendar as a reader with a pencil would keep it: days that rest and days that are worked.
struct Naive {
    off: BTreeSet<NaiveDate>,
    work: BTreeSet<NaiveDate>,
}

impl Naive {
    fn of(text: &str) -> Self {
        let file: toml::Table = text.parse().unwrap();
        let mut naive = Self { off: BTreeSet::new(), work: BTreeSet::new() };
        for year in file["year"].as_array().unwrap() {
            for (key, days) in [("off", &mut naive.off), ("work", &mut naive.work)] {
                for entry in year.get(key).and_then(|list| list.as_array()).into_iter().flatten() {
                    let one = |name: &str| entry.get(name).map(|day| self::day(day.as_str().unwrap()));
                    let mut date = one("day").or_else(|| one("from")).unwrap();
                    let last = one("to").unwrap_or(date);
                    while date <= last {
                        days.insert(date);
                        date = date.succ_opt().unwrap();
                    }
                }
            }
        }
        naive
    }

    fn works(&self, date: NaiveDate) -> bool {
        let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        self.work.contains(&date) || (!weekend && !self.off.contains(&date))
    }
}

/// The period's last day, counted on fingers.
fn counted(calendars: &[Naive], event: NaiveDate, period: Period) -> NaiveDate {
    let works = |date: NaiveDate| calendars.iter().all(|each| each.works(date));
    let mut date = event;
    match period {
        Period::WorkingDays(n) => {
            let mut left = n;
            while left > 0 {
                date = date.succ_opt().unwrap();
                left -= u32::from(works(date));
            }
            return date;
        }
        Period::Days(n) => {
            for _ in 0..n {
                date = date.succ_opt().unwrap();
            }
        }
        Period::Months(n) | Period::Years(n) => {
            let n = if matches!(period, Period::Years(_)) { n * 12 } else { n };
            let (mut year, mut month) = (date.year(), date.month());
            for _ in 0..n {
                (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
            }
            let same = |day| NaiveDate::from_ymd_opt(year, month, day);
            date = (1..=date.day()).rev().find_map(same).unwrap();
        }
    }
    while !works(date) {
        date = date.succ_opt().unwrap();
    }
    date
}

/// How many periods are held against the count; `HEFU_PERIODS` asks for others.
fn periods() -> u32 {
    std::env::var_os("HEFU_PERIODS").and_then(|n| n.to_str()?.parse().ok()).unwrap_or(200)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(periods()))]

    #[test]
    fn random_periods_end_where_a_count_day_by_day_ends(
        keys in prop::collection::btree_set(0_usize..8, 1..3),
        offset in 0_u64..900,
        unit in 0_u8..4,
        length in 0_u32..250,
    ) {
        let texts: Vec<&str> = keys.iter().map(|key| FILES[*key].1).collect();
        let naive: Vec<Naive> = texts.iter().map(|text| Naive::of(text)).collect();
        let calendars: Vec<Calendar> = texts.iter().map(|text| Calendar::parse(text).unwrap()).collect();
        let event = day("2024-01-01") + Days::new(offset);
        let period = match unit {
            0 => Period::Days(length),
            1 => Period::WorkingDays(length),
            2 => Period::Months(length % 13),
            _ => Period::Years(length % 2),
        };
        let Found::Period(dates) = Question::PeriodEnd { event, period }.answer(&calendars).unwrap().found else {
            panic!("no period")
        };
        prop_assert_eq!(dates.end, counted(&naive, event, period));
        let works = |date: &NaiveDate| naive.iter().all(|each| each.works(*date));
        let between = Question::Between { from: event, to: dates.end };
        let counted = event.iter_days().skip(1).take_while(|date| *date <= dates.end).filter(works).count();
        prop_assert_eq!(
            between.answer(&calendars).unwrap().found,
            Found::Count {
                working_days: i64::try_from(counted).unwrap(),
                natural_days: (dates.end - event).num_days(),
            }
        );
    }
}
