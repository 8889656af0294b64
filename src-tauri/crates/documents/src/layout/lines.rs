//! Breaking a shaped paragraph into lines.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use hefu_domain::text::Language;
use icu_segmenter::LineSegmenter;
use icu_segmenter::LineSegmenterBorrowed;
use icu_segmenter::options::LineBreakOptions;

use super::class::{blank_left, blank_right, closes, is_ideograph, is_square, opens, script};
use super::glyphs::{Shaped, Span, Unit, UnitKind};
use super::style::Colour;
use crate::fonts::FaceId;

/// Space between Han and Latin, in thousandths of an em. At 100 and more, text extraction inserts a blank.
const HAN_LATIN: i32 = 80;
/// Half a square: the blank half of a full-width mark.
const HALF: i32 = 500;

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> =
    LazyLock::new(|| LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()));

/// Glyphs of one face, size and colour on one line.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// From the left edge of the line.
    pub(crate) x: f32,
    pub(crate) face: FaceId,
    pub(crate) size: f32,
    pub(crate) colour: Colour,
    pub(crate) language: Language,
    pub(crate) text: Arc<str>,
    pub(crate) glyphs: Arc<[Glyph]>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub(crate) glyph: u16,
    /// Added after the glyph, in thousandths of an em.
    pub(crate) extra: i32,
    /// First byte and length in the run's text; a space of any kind stands for a plain one.
    pub(crate) start: u32,
    pub(crate) length: u8,
}

#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) runs: Vec<Run>,
    /// Without the blank at its end.
    pub(crate) width: f32,
}

/// How the lines of a paragraph are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Fill {
    /// As many words a line as go.
    First,
    /// Lines of about one length: titles.
    Balanced,
}

/// Sets `shaped` to `measure` points, line by line, ragged right.
pub(crate) fn compose(shaped: Shaped, spans: &[Span], measure: f32, fill: Fill) -> Vec<Line> {
    match fill {
        Fill::First => first(shaped, spans, measure),
        Fill::Balanced => balanced(shaped, spans, measure),
    }
}

fn first(mut shaped: Shaped, spans: &[Span], measure: f32) -> Vec<Line> {
    tighten(&mut shaped, spans);
    let breaks = opportunities(&shaped, spans);
    let ruler = Ruler { shaped: &shaped, spans };
    let mut cuts = cut(&ruler, &breaks, measure);
    // A last line of one or two characters looks like a mistake: give it company from above.
    for em in [1.0, 2.0] {
        let Some(last) = cuts.last() else { break };
        let size = spans.first().map_or(0.0, |span| span.style.size);
        if cuts.len() < 2 || ruler.width(last) >= 2.6 * size {
            break;
        }
        let narrower = cut(&ruler, &breaks, measure - em * size);
        if narrower.len() == cuts.len() {
            cuts = narrower;
        }
    }
    cuts.into_iter().map(|units| ruler.line(&units)).collect()
}

/// Sets to the narrowest measure that keeps the number of lines: for titles.
fn balanced(mut shaped: Shaped, spans: &[Span], measure: f32) -> Vec<Line> {
    tighten(&mut shaped, spans);
    let breaks = opportunities(&shaped, spans);
    let ruler = Ruler { shaped: &shaped, spans };
    let count = cut(&ruler, &breaks, measure).len();
    let (mut low, mut high) = (0.0, measure);
    for _ in 0..12 {
        let middle = f32::midpoint(low, high);
        let cuts = cut(&ruler, &breaks, middle);
        let whole = cuts.iter().skip(1).all(|units| breaks[units.start] != Opportunity::No);
        if cuts.len() <= count && whole && cuts.iter().all(|units| ruler.width(units) <= middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
    cut(&ruler, &breaks, high).into_iter().map(|units| ruler.line(&units)).collect()
}

/// Space between Han and Latin; less of it between full-width marks.
fn tighten(shaped: &mut Shaped, spans: &[Span]) {
    for at in 1..shaped.units.len() {
        let (left, right) = (shaped.units[at - 1], shaped.units[at]);
        if left.kind != UnitKind::Glyph || right.kind != UnitKind::Glyph {
            continue;
        }
        let (Some(a), Some(b)) = (character(shaped, &left), character(shaped, &right)) else { continue };
        let (a_script, b_script) = (script(a, language(spans, &left)), script(b, language(spans, &right)));
        let meets = (is_ideograph(a) && b.is_alphanumeric() && !is_square(b))
            || (is_ideograph(b) && (a.is_alphanumeric() || a == '%') && !is_square(a));
        if meets {
            shaped.units[at - 1].extra += HAN_LATIN;
        }
        let right_mark = blank_right(b, b_script) || blank_left(b, b_script);
        if (blank_right(a, a_script) && right_mark) || (blank_left(a, a_script) && blank_left(b, b_script)) {
            shaped.units[at - 1].extra -= HALF;
        }
    }
}

fn character(shaped: &Shaped, unit: &Unit) -> Option<char> {
    shaped.text[unit.start as usize..].chars().next()
}

fn language(spans: &[Span], unit: &Unit) -> Language {
    spans.get(usize::from(unit.span)).map_or(Language::En, |span| span.language)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opportunity {
    No,
    May,
    Must,
}

/// For each unit, whether a line may begin with it.
fn opportunities(shaped: &Shaped, spans: &[Span]) -> Vec<Opportunity> {
    let text = &*shaped.text;
    let mut may = vec![false; text.len() + 1];
    for at in SEGMENTER.segment_str(text) {
        may[at] = true;
    }
    let mut found = vec![Opportunity::No; shaped.units.len() + 1];
    for (pair, found) in shaped.units.windows(2).zip(&mut found[1..]) {
        let [left, right] = pair else { continue };
        if left.kind == UnitKind::Break {
            *found = Opportunity::Must;
            continue;
        }
        let byte = right.start as usize;
        if right.length == 0 {
            continue;
        }
        let (before, after) = (&text[..byte], &text[byte..]);
        let (Some(a), Some(b)) = (before.chars().next_back(), after.chars().next()) else { continue };
        let chinese = language(spans, left) == Language::Zh || language(spans, right) == Language::Zh;
        let quotes = chinese && (matches!(b, '“' | '‘') || matches!(a, '”' | '’'));
        if (may[byte] || quotes) && allowed(a, b, before, after) {
            *found = Opportunity::May;
        }
    }
    found
}

/// The rules beyond Unicode's: marks that cling to their text, numbers to their unit, dates to themselves.
fn allowed(a: char, b: char, before: &str, after: &str) -> bool {
    let opening = before.trim_end_matches(' ').chars().next_back().unwrap_or(a);
    if opens(opening) || (closes(b) && (a != ' ' || is_square(b))) || b == ' ' {
        return false;
    }
    if a == ' ' {
        return !clings(before.trim_end(), after);
    }
    let date_unit = |c: char| matches!(c, '年' | '月' | '日' | '时' | '分' | '秒');
    let counts = date_unit(b) || matches!(b, '项' | '个' | '台' | '元' | '套' | '条' | '天' | '章');
    if a.is_ascii_digit() && counts {
        return false;
    }
    !(date_unit(a) && b.is_ascii_digit() && in_date(after))
}

/// `28 September`, `99.98 %`, `14 min`, `CNY 3,240`: number and unit stay together.
fn clings(before: &str, after: &str) -> bool {
    let left = before.rsplit([' ', '\u{a0}']).next().unwrap_or("");
    let right = after.split([' ', '\u{a0}']).next().unwrap_or("");
    let bare = right.trim_end_matches(['.', ',', ';', ':', ')']);
    let number = left.ends_with(|c: char| c.is_ascii_digit());
    let unit = matches!(
        bare,
        "%" | "s" | "ms" | "min" | "h" | "m" | "km" | "kW" | "GB" | "TB" | "MB" | "MHz" | "GHz" | "°C" | "‰"
    );
    let month = matches!(
        bare,
        "January"
            | "February"
            | "March"
            | "April"
            | "May"
            | "June"
            | "July"
            | "August"
            | "September"
            | "October"
            | "November"
            | "December"
    );
    let currency = left.len() == 3 && left.chars().all(|c| c.is_ascii_uppercase());
    (number && unit) || (number && left.len() <= 2 && month) || (currency && starts_with_digit(bare))
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn in_date(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.starts_with(['月', '日', '时', '分', '秒'])
}

struct Ruler<'a> {
    shaped: &'a Shaped,
    spans: &'a [Span],
}

impl Ruler<'_> {
    fn size(&self, unit: &Unit) -> f32 {
        self.spans[usize::from(unit.span)].style.size
    }

    /// Width in points of a unit with what follows it.
    fn step(&self, unit: &Unit) -> f32 {
        per_mille(unit.advance + unit.extra, self.size(unit))
    }

    /// Width of a line, without the blank at its ends.
    fn width(&self, units: &Range<usize>) -> f32 {
        let inked = self.inked(units);
        let full: f32 = self.shaped.units[inked.clone()].iter().map(|unit| self.step(unit)).sum();
        full - self.overhang(&inked) - self.indent(&inked)
    }

    /// The line without spaces and invisible units at its end.
    fn inked(&self, units: &Range<usize>) -> Range<usize> {
        let blank = |at: &usize| self.shaped.units[*at].kind != UnitKind::Glyph;
        let end = units.clone().rev().find(|at| !blank(at)).map_or(units.start, |at| at + 1);
        units.start..end
    }

    /// What may stand out at the right: the space after the last glyph, the blank half of a full-width mark.
    fn overhang(&self, inked: &Range<usize>) -> f32 {
        let Some(last) = self.shaped.units[inked.clone()].last() else { return 0.0 };
        let mark = character(self.shaped, last)
            .is_some_and(|c| blank_right(c, script(c, language(self.spans, last))));
        per_mille(last.extra + if mark { HALF } else { 0 }, self.size(last))
    }

    /// What may stand out at the left: the blank half of an opening full-width mark.
    fn indent(&self, inked: &Range<usize>) -> f32 {
        let Some(first) = self.shaped.units[inked.clone()].first() else { return 0.0 };
        let mark = character(self.shaped, first)
            .is_some_and(|c| blank_left(c, script(c, language(self.spans, first))));
        if mark { per_mille(HALF, self.size(first)) } else { 0.0 }
    }

    fn line(&self, units: &Range<usize>) -> Line {
        let inked = self.inked(units);
        let mut x = -self.indent(&inked);
        let mut runs: Vec<(Run, Vec<Glyph>)> = Vec::new();
        let mut last_span = None;
        for unit in &self.shaped.units[units.clone()] {
            if matches!(unit.kind, UnitKind::Hidden | UnitKind::Break) {
                continue;
            }
            let span = &self.spans[usize::from(unit.span)];
            let same =
                runs.last().is_some_and(|(run, _)| run.face == unit.face) && last_span == Some(unit.span);
            if !same {
                let run = Run {
                    x,
                    face: unit.face,
                    size: span.style.size,
                    colour: span.style.colour,
                    language: span.language,
                    text: Arc::clone(&self.shaped.text),
                    glyphs: Arc::default(),
                };
                runs.push((run, Vec::new()));
                last_span = Some(unit.span);
            }
            if let Some((_, glyphs)) = runs.last_mut() {
                glyphs.push(Glyph {
                    glyph: unit.glyph,
                    extra: unit.extra,
                    start: unit.start,
                    length: unit.length,
                });
            }
            x += self.step(unit);
        }
        let runs = runs.into_iter().map(|(run, glyphs)| Run { glyphs: glyphs.into(), ..run }).collect();
        Line { runs, width: self.width(units) }
    }
}

fn per_mille(thousandths: i32, size: f32) -> f32 {
    // Widths stay far below the range in which f32 counts whole numbers exactly.
    #[allow(clippy::cast_precision_loss)]
    let thousandths = thousandths as f32;
    thousandths * size / 1000.0
}

/// First-fit: as many units on each line as go. A word longer than a line is cut where the line ends.
fn cut(ruler: &Ruler<'_>, breaks: &[Opportunity], measure: f32) -> Vec<Range<usize>> {
    let units = &ruler.shaped.units;
    let mut cuts = Vec::new();
    let (mut start, mut good, mut width) = (0, 0, 0.0);
    let mut at = 0;
    while at < units.len() {
        if at > start {
            match breaks[at] {
                Opportunity::Must => {
                    cuts.push(start..at);
                    (start, good, width) = (at, at, 0.0);
                }
                Opportunity::May => good = at,
                Opportunity::No => {}
            }
        }
        let step = ruler.step(&units[at]);
        let overflows = units[at].kind == UnitKind::Glyph
            && width + step > measure + 0.01
            && ruler.width(&(start..at + 1)) > measure + 0.01;
        if overflows && at > start {
            let end = if good > start { good } else { emergency(ruler, start, at) };
            cuts.push(start..end);
            (start, good, width, at) = (end, end, 0.0, end);
            continue;
        }
        width += step;
        at += 1;
    }
    if start < units.len() || units.is_empty() {
        cuts.push(start..units.len());
    }
    cuts
}

/// Where to cut a word that has no place to break: at the end of the line, a little before when a mark would
/// begin the next line or end this one.
fn emergency(ruler: &Ruler<'_>, start: usize, at: usize) -> usize {
    let clean = |end: &usize| {
        let unit = |index: usize| character(ruler.shaped, &ruler.shaped.units[index]);
        let (Some(a), Some(b)) = (unit(end - 1), unit(*end)) else { return true };
        let mark = opens(a) || (closes(b) && is_square(b));
        !mark && ruler.shaped.units[*end].length > 0
    };
    (start + 1..=at).rev().take(4).find(clean).unwrap_or(at)
}

#[cfg(test)]
mod tests;
