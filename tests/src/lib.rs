//! What the tests of the whole share: the programs as built, and a hand on the real window.

pub mod checkout;
pub mod desktop;
pub mod driver;
pub mod forms;
pub mod places;
pub mod programs;
pub mod routes;
pub mod sample;
pub mod updates;
pub mod window;
