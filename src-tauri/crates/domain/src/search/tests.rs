//! What answers a search, and how well.

use proptest::prelude::*;

use super::fold::{Kind, fold};
use super::reading::{readings, segment};
use super::*;

fn forms(text: &str) -> Vec<String> {
    fold(text).into_iter().map(|unit| unit.form).collect()
}

#[test]
fn texts_are_brought_to_one_form() {
    for (text, expected) in [
        ("Acceptance Report", vec!["acceptance", "report"]),
        ("HC-2026-014 / PA-01", vec!["hc", "2026", "014", "pa", "01"]),
        ("Ｈｅｆｕ １２", vec!["hefu", "12"]),
        ("Trần Đức Café", vec!["tran", "duc", "cafe"]),
        ("cafe\u{301}s", vec!["cafes"]),
        ("初步验收", vec!["初", "步", "验", "收"]),
        ("HSM密钥 v2", vec!["hsm", "密", "钥", "v2"]),
        ("ﬁle №7", vec!["file", "no7"]),
        ("", vec![]),
        ("——。", vec![]),
    ] {
        assert_eq!(forms(text), expected, "{text}");
    }
}

/// `ⅻ` has as many bytes as `xii`: what was typed may end within a letter of the text.
#[test]
fn of_a_word_begun_no_part_of_a_letter_is_marked() {
    for (text, typed, marked) in [
        ("Acceptance", "acc", "Acc"),
        ("Café", "caf", "Café"),
        ("ⅻ", "x", "ⅻ"),
        ("ⅻ ", "xi", "ⅻ"),
        ("ﬁnal", "f", "ﬁnal"),
        ("Ångström", "angs", "Ångström"),
    ] {
        let query = Query::new(typed).unwrap();
        let field = Field { standing: Standing::Body, en: text, zh: "" };
        let found = query.finding(&[field], Reach::Begun).unwrap();
        let spot = found.matches[0].en[0].clone();
        assert_eq!(text.get(spot), Some(marked), "{typed} in {text}");
    }
}

#[test]
fn a_unit_knows_where_it_stood() {
    let text = "Đ.án 验收";
    let at: Vec<&str> = fold(text).into_iter().map(|unit| &text[unit.at]).collect();
    assert_eq!(at, ["Đ", "án", "验", "收"]);
    assert_eq!(fold("验 收")[0].kind, Kind::Han);
    let (near, far) = (fold("验收"), fold("验 收"));
    assert!(near[0].touches(&near[1]) && !far[0].touches(&far[1]));
}

#[test]
fn characters_are_read_in_every_way_without_tones() {
    assert_eq!(readings('验'), ["yan"]);
    assert!(readings('行').contains(&"hang") && readings('行').contains(&"xing"));
    assert!(readings('绿').contains(&"lv"));
    assert!(readings('略').contains(&"lve"));
    assert!(readings('x').is_empty());
}

#[test]
fn letters_are_cut_into_syllables_the_last_of_which_may_be_begun() {
    for (letters, expected) in [
        ("yanshou", vec![vec!["yan", "shou"]]),
        ("yansh", vec![vec!["yan", "sh"]]),
        ("xian", vec![vec!["xian"], vec!["xia", "n"], vec!["xi", "an"], vec!["xi", "a", "n"]]),
        ("ys", vec![]),
        ("s", vec![]),
        ("port", vec![]),
    ] {
        assert_eq!(segment(letters), expected, "{letters}");
    }
}

#[test]
fn a_record_is_kept_under_words_beginnings_characters_readings_and_initials() {
    let found = tokens(["R-02", "Site 验收率"]);
    for token in ["xr02", "wr", "w02", "sr", "s0", "s02", "wsite", "ss", "ssi", "ssit", "xsite验收率"] {
        assert!(found.contains(token), "{token}");
    }
    for token in [
        "验",
        "验收",
        "收",
        "收率",
        "率",
        "pyan",
        "pyan1shou",
        "pshou",
        "pshou1lv",
        "plv",
        "iys",
        "isl",
        "iysl",
    ] {
        assert!(found.contains(token), "{token}");
    }
    assert!(!found.contains("ssite") && !found.contains("验收率"));
    assert_eq!(words(&found).collect::<Vec<_>>(), ["02", "r", "site"]);
}

#[test]
fn a_digest_is_kept_by_its_beginning() {
    let digest = "ab".repeat(32);
    let found = tokens([digest.as_str()]);
    assert_eq!(words(&found).collect::<Vec<_>>(), [&digest[..40]]);
}

fn vocabulary() -> Vocabulary {
    ["acceptance", "accepted", "access", "guangzhou", "preliminary", "port", "post", "report", "2026", "验"]
        .map(str::to_owned)
        .into_iter()
        .collect()
}

#[test]
fn typing_errors_are_forgiven_by_length() {
    let vocabulary = vocabulary();
    for (typed, expected) in [
        // One letter exchanged.
        ("preliminery", vec!["preliminary"]),
        ("acceptence", vec!["acceptance"]),
        // Turned round, left out, added.
        ("reprot", vec!["report"]),
        ("guangzou", vec!["guangzhou"]),
        ("acccess", vec!["access"]),
        // Begun with an error.
        ("prelimine", vec!["preliminary"]),
        // Short words are two.
        ("prt", vec![]),
        ("pork", vec!["port"]),
        ("2027", vec![]),
        ("zzzzzz", vec![]),
    ] {
        assert_eq!(vocabulary.near(typed), expected, "{typed}");
    }
}

/// Optimal string alignment by its definition, without any sharing or cutting off.
fn distance(a: &[u8], b: &[u8]) -> usize {
    match (a, b) {
        ([], rest) | (rest, []) => rest.len(),
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            let mut least = (distance(a_rest, b_rest) + usize::from(x != y))
                .min(distance(a_rest, b) + 1)
                .min(distance(a, b_rest) + 1);
            if let ([x2, a2 @ ..], [y2, b2 @ ..]) = (a_rest, b_rest)
                && x == y2
                && x2 == y
            {
                least = least.min(distance(a2, b2) + 1);
            }
            least
        }
    }
}

proptest! {
    #[test]
    fn near_words_are_those_of_the_definition(
        words in prop::collection::btree_set("[ab]{1,7}|[a-c]{3,6}", 1..20),
        typed in "[abc]{4,7}",
    ) {
        let vocabulary: Vocabulary = words.iter().cloned().collect();
        let near = |word: &String| {
            let starts = (0..=word.len()).filter(|end| *end == word.len() || typed.len() >= 5);
            starts.into_iter().any(|end| distance(typed.as_bytes(), &word.as_bytes()[..end]) <= 1)
        };
        let mut expected: Vec<&str> = words.iter().filter(|word| near(word)).map(String::as_str).collect();
        let mut found = vocabulary.near(&typed);
        expected.sort_unstable();
        found.sort_unstable();
        prop_assert_eq!(found, expected);
    }

    /// Whatever answers a query at some reach holds what the index is asked for at that reach.
    #[test]
    fn nothing_that_answers_is_missed_by_the_index(
        en in "(acceptance|report|site|access|port|R-025|data)( (acceptance|report|site|access|port|R-025|data)){0,3}",
        zh in "[初步验收报告港城行率，]{1,9}",
        query in "ys|yanshou|yansh|yans|chubu|chub|bg|ysbg|acc|acceptanse|reprot|site|验|验收|步验收|r-025|025|port 验|gangcheng|chubuyanshoubaogao",
    ) {
        let kept = tokens([en.as_str(), zh.as_str()]);
        let vocabulary: Vocabulary = words(&kept).map(str::to_owned).collect();
        let query = Query::new(&query).unwrap();
        let field = Field { standing: Standing::Heading, en: &en, zh: &zh };
        for reach in Reach::ALL {
            let answers = query.finding(&[field], reach);
            let is_whole = answers.as_ref().is_some_and(|found| found.quality == Quality::Whole);
            if (reach == Reach::Whole && is_whole) || (reach != Reach::Whole && answers.is_some()) {
                let wanted = query.wanted(reach, &vocabulary);
                prop_assert!(wanted.as_ref().is_some_and(|wanted| holds(&kept, wanted)), "{reach:?} {wanted:?}");
            }
        }
    }

    #[test]
    fn pieces_join_to_the_text(text in "\\PC{0,60}", query in "[a-z验收]{1,3}") {
        let found = Query::new(&query).and_then(|query| {
            query.finding(&[Field { standing: Standing::Body, en: &text, zh: "" }], Reach::Mistyped)
        });
        let marks = found.map(|found| found.matches[0].en.clone()).unwrap_or_default();
        let joined = |pieces: Vec<Piece>| pieces.into_iter().map(|piece| piece.words).collect::<String>();
        prop_assert_eq!(&joined(super::pieces(&text, &marks)), &text);
        prop_assert!(text.contains(joined(cut(&text, &marks, 30)).trim_matches('…')));
    }
}

fn holds(kept: &std::collections::BTreeSet<String>, wanted: &Wanted) -> bool {
    match wanted {
        Wanted::Token(token) => kept.contains(token),
        Wanted::Beginning(start) => kept.iter().any(|token| token.starts_with(start.as_str())),
        Wanted::All(all) => all.iter().all(|each| holds(kept, each)),
        Wanted::Any(any) => any.iter().any(|each| holds(kept, each)),
    }
}

fn shown(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| if piece.hit { format!("[{}]", piece.words) } else { piece.words.clone() })
        .collect()
}

#[test]
fn how_well_a_record_answers_and_where() {
    let fields = [
        Field { standing: Standing::Heading, en: "R-025", zh: "" },
        Field { standing: Standing::Heading, en: "Preliminary acceptance report", zh: "初步验收报告" },
        Field { standing: Standing::Body, en: "Held in Guangzhou", zh: "在广州召开" },
    ];
    for (query, quality, standing, number, en, zh) in [
        (
            "r-025",
            Quality::Whole,
            Standing::Heading,
            "[R]-[025]",
            "Preliminary acceptance [r]eport",
            "初步验收报告",
        ),
        (
            "验收",
            Quality::Exact,
            Standing::Heading,
            "R-025",
            "Preliminary acceptance report",
            "初步[验收]报告",
        ),
        ("验", Quality::Exact, Standing::Heading, "R-025", "Preliminary acceptance report", "初步[验]收报告"),
        ("ys", Quality::Read, Standing::Heading, "R-025", "Preliminary acceptance report", "初步[验收]报告"),
        (
            "yanshoub",
            Quality::Read,
            Standing::Heading,
            "R-025",
            "Preliminary acceptance report",
            "初步[验收报]告",
        ),
        (
            "accep",
            Quality::Begun,
            Standing::Heading,
            "R-025",
            "Preliminary [accep]tance report",
            "初步验收报告",
        ),
        (
            "preliminery acceptence",
            Quality::Mistyped,
            Standing::Heading,
            "R-025",
            "[Preliminary] [acceptance] report",
            "初步验收报告",
        ),
        (
            "report guangzhou",
            Quality::Exact,
            Standing::Body,
            "R-025",
            "Preliminary acceptance [report]",
            "初步验收报告",
        ),
        (
            "初步验收报告",
            Quality::Whole,
            Standing::Heading,
            "R-025",
            "Preliminary acceptance report",
            "[初步验收报告]",
        ),
    ] {
        let found = Query::new(query).unwrap().finding(&fields, Reach::Mistyped).unwrap();
        assert_eq!((found.quality, found.standing), (quality, standing), "{query}");
        assert_eq!(shown(&cut(fields[0].en, &found.matches[0].en, 90)), number, "{query}");
        assert_eq!(shown(&cut(fields[1].en, &found.matches[1].en, 90)), en, "{query}");
        assert_eq!(shown(&cut(fields[1].zh, &found.matches[1].zh, 90)), zh, "{query}");
    }
    for absent in ["终验", "sy", "final", "验收 终验", "收验"] {
        assert_eq!(Query::new(absent).unwrap().finding(&fields, Reach::Mistyped), None, "{absent}");
    }
    assert!(Query::new(" —— ").is_none());
}

#[test]
fn a_long_text_is_cut_so_that_what_was_found_is_seen() {
    let (before, behind) = ("前".repeat(60), "后".repeat(60));
    let text = format!("{before}验收{behind}");
    let found = before.len()..before.len() + "验收".len();
    let pieces = |most| shown(&cut(&text, std::slice::from_ref(&found), most));
    assert_eq!(pieces(40), format!("…{}[验收]{}…", "前".repeat(10), "后".repeat(28)));
    assert_eq!(pieces(120), format!("…{}[验收]{behind}", "前".repeat(10)));
    assert_eq!(shown(&cut(&text, &[], 5)), "前前前前前…");
    assert_eq!(shown(&cut("short", &[0..2, 1..3], 40)), "[sho]rt");
    // The end of a line that is not long is cut off as well, by what stands beside it.
    let text = "Of 46 criteria, 42 passed at once; all the parties accept";
    let only = |word: &str| text.find(word).map(|at| at..at + word.len());
    let (late, early) = (only("accept"), only("the"));
    assert_eq!(shown(&cut(text, late.as_slice(), 120)), "…all the parties [accept]", "no half word");
    assert_eq!(shown(&super::pieces(text, late.as_slice())), text.replace("accept", "[accept]"));
    assert_eq!(shown(&cut(text, early.as_slice(), 120)), text.replace("the", "[the]"));
}

#[test]
fn of_a_pasted_text_the_beginning_counts() {
    for (typed, counts) in [
        ("a".repeat(200_000), "a".repeat(300)),
        ("验".repeat(100_000), "验".repeat(300)),
        (format!("zone {}", "x".repeat(200_000)), format!("zone {}", "x".repeat(295))),
    ] {
        assert_eq!(Query::new(&typed).unwrap().terms, Query::new(&counts).unwrap().terms);
    }
    // One sign of eighteen letters: so many of them count as make three hundred.
    let signs = Query::new(&"\u{FDFA} ".repeat(300)).map_or(0, |query| query.terms.len());
    assert!(signs <= 8, "{signs}");
}

#[test]
fn letters_that_are_nearly_syllables_are_given_up_at_once() {
    assert_eq!(segment(&format!("{}ii", "xian".repeat(74))), Vec::<Vec<&str>>::new());
    assert_eq!(segment("xian").len(), 4);
}
