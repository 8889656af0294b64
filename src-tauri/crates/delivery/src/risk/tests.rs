//! Scores from the definition, and the register of the sample.

use super::*;

fn place(probability: u8, impact: u8) -> Option<Place> {
    Some(Place { probability, impact })
}

fn band(name: &str, up_to: u32) -> Band {
    Band { name: name.into(), up_to }
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn five() -> Matrix {
    Matrix {
        size: 5,
        bands: vec![band("low", 4), band("medium", 9), band("high", 16), band("critical", 25)],
        scores: None,
        likelihood: Some(["0.05", "0.2", "0.4", "0.7", "0.9"].map(decimal).to_vec()),
    }
}

fn risk(id: &str, places: [Option<Place>; 3], days: u32, money: &str) -> Risk {
    let [inherent, current, residual] = places;
    Risk {
        id: id.into(),
        inherent,
        current,
        residual,
        days_at_stake: Some(days),
        money_at_stake: Some(Money::in_code(decimal(money), "CNY").unwrap()),
        next_review: None,
        closed: false,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The scores that the sample's register states.
#[test]
fn the_scores_of_the_sample() {
    for (places, scores) in [
        ([(4, 5), (3, 4), (2, 3)], [(20, "critical"), (12, "high"), (6, "medium")]),
        ([(4, 5), (4, 4), (2, 2)], [(20, "critical"), (16, "high"), (4, "low")]),
        ([(4, 4), (2, 4), (1, 3)], [(16, "high"), (8, "medium"), (3, "low")]),
        ([(3, 5), (2, 5), (1, 5)], [(15, "high"), (10, "high"), (5, "medium")]),
        ([(3, 3), (2, 3), (1, 3)], [(9, "medium"), (6, "medium"), (3, "low")]),
    ] {
        let placed = places.map(|(probability, impact)| place(probability, impact));
        let register = score(&five(), &[risk("RK", placed, 0, "0")], day("2026-09-28")).unwrap();
        let found = &register.risks[0];
        let found = [&found.inherent, &found.current, &found.residual];
        let found = found.map(|score| score.as_ref().map(|score| (score.score, score.band.as_str())));
        assert_eq!(found, scores.map(Some));
    }
}

#[test]
fn what_is_expected_is_exact_and_summed_by_currency() {
    let mut sgd = risk("RK-3", [None, place(1, 1), None], 1, "0");
    sgd.money_at_stake = Some(Money::in_code(decimal("0.30"), "SGD").unwrap());
    let mut unknown = risk("RK-4", [None, place(1, 1), None], 1, "0");
    unknown.money_at_stake = None;
    let closed = Risk { closed: true, ..risk("RK-5", [None, place(5, 5), None], 9, "9000000") };
    let risks = [
        risk("RK-1", [None, place(3, 4), None], 9, "3240000.00"),
        risk("RK-2", [None, place(4, 4), None], 10, "300000.00"),
        sgd,
        unknown,
        closed,
    ];
    let register = score(&five(), &risks, day("2026-09-28")).unwrap();
    // 9 days at 0.4; 3,240,000 at 0.4 and 300,000 at 0.7; 0.30 at 0.05 is 0.015, which rounds to 0.02.
    assert_eq!(register.risks[0].expected_days, Some(decimal("3.6")));
    let told = |sums: &[Money]| sums.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(told(&register.expected_money), ["CNY 1506000.00", "SGD 0.02"]);
    assert_eq!(told(&register.money_at_stake), ["CNY 3540000.00", "SGD 0.30"]);
    assert_eq!(register.without_money, 1);
    let none = Matrix { likelihood: None, ..five() };
    let register = score(&none, &risks, day("2026-09-28")).unwrap();
    assert_eq!((register.risks[0].expected_money, register.without_money), (None, 4));
}

#[test]
fn the_map_has_every_cell_and_each_open_risk_once() {
    let closed = Risk { closed: true, ..risk("RK-3", [None, place(3, 4), None], 0, "0") };
    let risks = [
        risk("RK-1", [None, place(3, 4), None], 0, "0"),
        risk("RK-2", [None, place(3, 4), None], 0, "0"),
        closed,
        risk("RK-4", [None, None, None], 0, "0"),
    ];
    let register = score(&five(), &risks, day("2026-09-28")).unwrap();
    assert_eq!(register.map.len(), 25);
    assert_eq!((register.map[0].probability, register.map[0].impact, register.map[0].score), (5, 1, 5));
    let filled: Vec<_> = register.map.iter().filter(|cell| !cell.risks.is_empty()).collect();
    assert_eq!(filled.len(), 1);
    assert_eq!((filled[0].probability, filled[0].impact, filled[0].risks.len()), (3, 4, 2));
    assert_eq!(register.risks[3].remarks, [RiskRemark::NotPlaced]);
}

#[test]
fn what_contradicts_itself_is_remarked_upon() {
    let today = day("2026-09-28");
    let rises = risk("RK", [place(1, 1), place(2, 2), place(3, 3)], 0, "0");
    let register = score(&five(), &[rises], today).unwrap();
    assert_eq!(
        register.risks[0].remarks,
        [RiskRemark::CurrentAboveInherent, RiskRemark::ResidualAboveCurrent]
    );
    let off = risk("RK", [place(0, 1), place(6, 1), None], 0, "0");
    let register = score(&five(), &[off], today).unwrap();
    assert_eq!((&register.risks[0].current, &register.risks[0].inherent), (&None, &None));
    assert_eq!(register.risks[0].remarks, [RiskRemark::OffTheMatrix]);
    let overdue = |review: &str, closed| {
        let risk = Risk { next_review: Some(day(review)), closed, ..risk("RK", [None; 3], 0, "0") };
        score(&five(), &[risk], today).unwrap().risks[0].review_overdue
    };
    assert_eq!(
        [overdue("2026-09-27", false), overdue("2026-09-28", false), overdue("2026-09-27", true)],
        [true, false, false]
    );
}

#[test]
fn a_matrix_of_one_s_own() {
    let scores = vec![vec![1, 2, 4], vec![2, 4, 7], vec![3, 6, 9]];
    let own = Matrix {
        size: 3,
        bands: vec![band("green", 3), band("red", 9)],
        scores: Some(scores.clone()),
        likelihood: None,
    };
    let at = |probability, impact| own.score(Place { probability, impact }).unwrap();
    assert_eq!(at(2, 3), Score { score: 7, band: "red".into() });
    assert_eq!(at(3, 1), Score { score: 3, band: "green".into() });
    assert_eq!(own.check(), Ok(()));
    for (matrix, error) in [
        (Matrix { size: 2, ..own.clone() }, MatrixError::Size(2)),
        (Matrix { size: 7, ..own.clone() }, MatrixError::Size(7)),
        (Matrix { bands: Vec::new(), ..own.clone() }, MatrixError::NoBand),
        (
            Matrix { bands: vec![band("a", 3), band("b", 3)], ..own.clone() },
            MatrixError::BandOrder("b".into()),
        ),
        (Matrix { bands: vec![band("a", 8)], ..own.clone() }, MatrixError::NoBandFor(9)),
        (Matrix { scores: Some(scores[..2].to_vec()), ..own.clone() }, MatrixError::Scores),
        (Matrix { likelihood: Some(vec![Decimal::ONE]), ..own.clone() }, MatrixError::Likelihood),
        (
            Matrix { likelihood: Some(["0.5", "0.4", "0.9"].map(decimal).to_vec()), ..own.clone() },
            MatrixError::Likelihood,
        ),
        (
            Matrix { likelihood: Some(["0.5", "0.6", "1.1"].map(decimal).to_vec()), ..own.clone() },
            MatrixError::Likelihood,
        ),
    ] {
        assert_eq!(matrix.check(), Err(error));
    }
}
