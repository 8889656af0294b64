//! The sheet that a paper is set on: its size, and where on it what stands. Points, from the upper left corner.

use crate::layout::flow::Frame;

/// From the joint to the text on either side of it.
pub(crate) const GUTTER: f32 = 13.0;
/// Longest line of running text in one language.
pub(super) const MEASURE: f32 = 430.0;

/// A sheet with its margins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sheet {
    pub(crate) width: f32,
    pub(crate) height: f32,
    /// Left and right edge of the text.
    pub(crate) left: f32,
    pub(crate) right: f32,
    /// Where text may begin and must end.
    pub(crate) top: f32,
    pub(crate) bottom: f32,
    /// The rule above the foot, and the foot's own top.
    pub(crate) foot_rule: f32,
    pub(crate) foot: f32,
}

impl Sheet {
    /// A4, standing.
    pub(crate) const PORTRAIT: Self = Self {
        width: 595.28,
        height: 841.89,
        left: 56.7,
        right: 538.58,
        top: 74.0,
        bottom: 764.0,
        foot_rule: 780.8,
        foot: 787.0,
    };

    /// A4, lying: for tables of many columns.
    pub(crate) const LANDSCAPE: Self = Self {
        width: 841.89,
        height: 595.28,
        left: 56.7,
        right: 785.19,
        top: 70.0,
        bottom: 520.0,
        foot_rule: 534.2,
        foot: 540.4,
    };

    /// Where the two languages meet.
    pub(crate) const fn middle(&self) -> f32 {
        self.width / 2.0
    }

    /// Left and right edge of the text.
    pub(crate) const fn extent(&self) -> [f32; 2] {
        [self.left, self.right]
    }

    pub(crate) const fn text_width(&self) -> f32 {
        self.right - self.left
    }

    /// Left edge and width of either half.
    pub(crate) const fn halves(&self) -> [[f32; 2]; 2] {
        let middle = self.middle();
        [[self.left, middle - GUTTER - self.left], [middle + GUTTER, self.right - middle - GUTTER]]
    }

    /// Left edge and width of each place for a signer beside the others: two, or three on a sheet that lies.
    pub(crate) fn signers(&self) -> Vec<[f32; 2]> {
        if self.width < self.height {
            return self.halves().to_vec();
        }
        let width = (self.text_width() - 4.0 * GUTTER) / 3.0;
        let lefts = (0_u8..3).map(|place| self.left + f32::from(place) * (width + 2.0 * GUTTER));
        lefts.map(|left| [left, width]).collect()
    }

    pub(crate) const fn frame(&self) -> Frame {
        Frame { width: self.width, height: self.height, top: self.top, bottom: self.bottom }
    }
}
