//! The sample story of Hefu as records of the domain.
