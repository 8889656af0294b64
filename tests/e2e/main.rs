//! The real window, driven as a person drives it.

mod accessible;
mod alone;
mod canary;
mod drawing;
mod everyday;
mod first_run;
mod forms;
mod frame;
mod gates;
mod imports;
mod library;
mod opening;
mod other_ways;
mod present;
mod pseudo;
mod recovery;
mod register;
mod same_bytes;
mod search;
mod second_start;
mod size;
mod story;
mod today;
mod trail;
mod true_papers;
mod updating;
