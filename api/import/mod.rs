//! Imports: the lines in which users come, the formats of other systems, and what makes users of them.

pub mod adapters;
pub mod export;
pub mod lines;
pub mod row;
