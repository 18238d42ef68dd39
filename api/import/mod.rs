//! Imports: the lines in which users come, and what makes users of them.

pub mod lines;
pub mod row;
