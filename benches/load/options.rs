//! What is measured, and for how long.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// Measures the service under load, beside what limits it on this machine
#[derive(Parser)]
pub struct Options {
    /// Measure these alone
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    only: Vec<Part>,
    /// How long each figure is measured
    #[arg(long, default_value_t = 3.0)]
    pub seconds: f64,
    /// How many clients ask at once
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', default_values_t = [1, 8, 32, 128])]
    pub connections: Vec<usize>,
    /// How many users there are: each has one code in half a minute
    #[arg(long, default_value_t = 50_000)]
    pub users: usize,
    /// How many more there are, who are not asked for
    #[arg(long, default_value_t = 0)]
    pub others: u32,
    /// How many events of this month there are before
    #[arg(long, default_value_t = 0)]
    pub events: i64,
    /// The cost of bcrypt
    #[arg(long, default_value_t = 12)]
    pub cost: u32,
    #[arg(long, value_name = "PATH", default_value = "target/release/nightlatch")]
    pub binary: PathBuf,
    /// The database server, as tests/with-postgres tells it
    #[arg(long, value_name = "URL", env = "NIGHTLATCH_TEST_DATABASE_URL", required_unless_present = "hello")]
    server: Option<String>,
    /// Be the bare server that the service is compared with
    #[arg(long, hide = true)]
    pub hello: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Verify,
    Challenge,
    Login,
    Check,
    Refresh,
    List,
    Flood,
    Housekeeping,
    Footprint,
}

impl Options {
    pub fn measures(&self, part: Part) -> bool {
        self.only.is_empty() || self.only.contains(&part)
    }

    pub fn server(&self) -> &str {
        self.server.as_deref().unwrap_or_default()
    }

    pub fn most_connections(&self) -> usize {
        self.connections.iter().copied().max().unwrap_or(1)
    }
}
