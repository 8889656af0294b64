//! What the tests of the whole share: the programs as built, and a hand on the real window.

pub mod driver;
pub mod programs;
pub mod window;
