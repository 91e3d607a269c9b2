//! What every stage may use and what knows nothing about text: the disk, the threads, problems.
//!
//! Nothing here may know what an article, a token or a table is.

pub mod date;
pub mod digest;
pub mod disk;
pub mod guard;
pub mod heap;
pub mod mixing;
pub mod narrow;
pub mod packed;
pub mod parallel;
pub mod problem;
pub mod scatter;
pub mod spill;
pub mod stop;
pub mod texts;
pub mod wording;
