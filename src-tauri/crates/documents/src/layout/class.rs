//! Which characters are drawn, from which kind of face, and what may begin or end a line.

use hefu_domain::text::Language;

use crate::fonts::Script;

/// What becomes of a character before setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Treatment {
    /// Drawn as this character.
    Draw(char),
    /// A space that a line may end at.
    Space,
    /// A space of the usual width that no line ends at.
    FixedSpace,
    /// Guides line breaking, has no shape.
    Hidden,
    /// Ends the line.
    Break,
    /// Has neither shape nor effect here: directions, variation selectors, tags, other controls.
    Drop,
}

pub(crate) fn treatment(character: char) -> Treatment {
    match character {
        ' ' | '\t' | '\u{2002}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => Treatment::Space,
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Treatment::FixedSpace,
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => Treatment::Break,
        '\u{200b}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => Treatment::Hidden,
        '\u{ad}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{34f}' => Treatment::Drop,
        '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{206f}' => Treatment::Drop,
        '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180f}' | '\u{e0000}'..='\u{e0fff}' => Treatment::Drop,
        '\u{fff9}'..='\u{fffb}' => Treatment::Drop,
        other if other.is_control() => Treatment::Drop,
        other => Treatment::Draw(other),
    }
}

/// Han, kana and their full-width punctuation: one square each.
pub(crate) fn is_square(character: char) -> bool {
    matches!(character,
        '\u{2e80}'..='\u{303f}' | '\u{3040}'..='\u{30ff}' | '\u{3105}'..='\u{312f}'
        | '\u{3190}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3ffff}')
}

/// An ideograph, as against punctuation of the same width.
pub(crate) fn is_ideograph(character: char) -> bool {
    is_square(character) && !opens(character) && !closes(character) && character != '\u{3000}'
}

/// The kind of face to look in first. Quotation marks belong to the language around them.
pub(crate) fn script(character: char, language: Language) -> Script {
    let quotes = matches!(character, '“' | '”' | '‘' | '’') && language == Language::Zh;
    if is_square(character) || quotes { Script::Han } else { Script::Latin }
}

/// Private use: fonts keep variants there, and no two agree what stands for what.
pub(crate) fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Dashes and dots, which take the face of what stands before them.
pub(crate) fn follows(character: char) -> bool {
    matches!(character, '—' | '…' | '·')
}

/// May not end a line.
pub(crate) fn opens(character: char) -> bool {
    matches!(
        character,
        '（' | '《'
            | '「'
            | '『'
            | '【'
            | '〔'
            | '〈'
            | '［'
            | '｛'
            | '“'
            | '‘'
            | '('
            | '['
            | '{'
            | '￥'
            | '¥'
            | '$'
            | '€'
            | '£'
            | '№'
    )
}

/// May not begin a line.
pub(crate) fn closes(character: char) -> bool {
    matches!(
        character,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '」'
            | '』'
            | '）'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '］'
            | '｝'
            | '”'
            | '’'
            | '…'
            | '—'
            | '·'
            | '％'
            | '‰'
            | '℃'
            | '°'
            | '.'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | ')'
            | ']'
            | '}'
            | '%'
            | '々'
            | 'ー'
    )
}

/// A full-width mark whose right half is blank.
pub(crate) fn blank_right(character: char, script: Script) -> bool {
    script == Script::Han
        && matches!(
            character,
            '。' | '，' | '、' | '；' | '：' | '」' | '』' | '）' | '》' | '〉' | '】' | '〕' | '”' | '’'
        )
}

/// A full-width mark whose left half is blank.
pub(crate) fn blank_left(character: char, script: Script) -> bool {
    script == Script::Han && matches!(character, '（' | '《' | '「' | '『' | '【' | '〔' | '〈' | '“' | '‘')
}
