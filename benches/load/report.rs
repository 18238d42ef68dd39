//! What was measured, as tables of Markdown, each figure with what it should be.

use std::fmt::Write;

use crate::{
    flood::Flood,
    footprint::Footprint,
    housekeeping::Housekeeping,
    limits::{Limit, Reached},
    load::Latencies,
    neighbours::Neighbours,
    operations::Operation,
    rows::{Row, quantile},
};

/// All that was measured; what was not is none.
#[derive(Default)]
pub struct Report {
    pub machine: String,
    pub hello: Vec<Row>,
    pub rows: Vec<Row>,
    /// What two statements of a verify reach, at so many clients.
    pub both: Vec<(usize, Reached)>,
    /// Logins at the lowest cost, with bcrypt's own time for each.
    pub beside: Option<(f64, f64)>,
    pub footprint: Option<Footprint>,
    pub flood: Option<Flood>,
    pub housekeeping: Option<Housekeeping>,
}

/// Something that is to hold.
struct Claim {
    what: String,
    found: String,
    target: String,
    met: bool,
}

impl Claim {
    fn at_least(what: String, found: f64, target: f64) -> Self {
        Self { what, found: format!("{found:.2}"), target: format!("≥ {target:.2}"), met: found >= target }
    }

    fn at_most(what: String, found: f64, target: f64, unit: &str) -> Self {
        let (found_text, target_text) = (format!("{found:.2}{unit}"), format!("≤ {target:.2}{unit}"));
        Self { what, found: found_text, target: target_text, met: found <= target }
    }
}

impl Report {
    pub fn markdown(&self) -> String {
        let parts = [
            format!("{}\n", self.machine),
            self.claims_table(),
            self.throughput_table(),
            self.latency_table(),
            self.limits_table(),
            self.flood_table(),
            self.housekeeping_table(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn all(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().chain(&self.hello)
    }

    fn claims_table(&self) -> String {
        let rows = self.claims().into_iter().map(|claim| {
            let met = if claim.met { "yes" } else { "**no**" };
            vec![claim.what, claim.found, claim.target, met.to_owned()]
        });
        table("Targets", &["What", "Found", "Target", "Met"], rows)
    }

    fn claims(&self) -> Vec<Claim> {
        let mut claims: Vec<Claim> = self.rows.iter().flat_map(|row| self.claims_of(row)).collect();
        if let Some((cpu, hash)) = self.beside {
            claims.push(Claim::at_most(
                "login: processor time beside bcrypt".into(),
                (cpu - hash) * 1e3,
                1.0,
                " ms",
            ));
        }
        if let Some(footprint) = &self.footprint {
            claims.push(Claim::at_most("ready after its start".into(), footprint.ready, 100.0, " ms"));
            claims.push(Claim::at_most("idle memory".into(), footprint.idle, 20.0, " MiB"));
            claims.push(Claim::at_most("program".into(), footprint.binary, 25.0, " MiB"));
        }
        let at_32 = self.rows.iter().filter(|row| row.clients == 32).map(|row| row.memory);
        if let Some(memory) = at_32.max_by(f64::total_cmp) {
            claims.push(Claim::at_most("memory under load of 32 clients".into(), memory, 60.0, " MiB"));
        }
        claims.extend(self.flood.iter().flat_map(claims_of_flood));
        claims
    }

    fn claims_of(&self, row: &Row) -> Vec<Claim> {
        let (name, clients) = (row.operation.name(), row.clients);
        let least = match (row.operation, clients) {
            (Operation::Verify, 8 | 32) => Some(0.50),
            (Operation::Challenge, 8 | 32) => Some(0.35),
            (Operation::Login, 8 | 32) => Some(0.95),
            (Operation::Check, 8) => Some(0.40),
            _ => None,
        };
        let mut claims = Vec::new();
        if let (Some(least), Some(ratio)) = (least, row.ratio()) {
            claims.push(Claim::at_least(format!("{name} at {clients}: part of the limit"), ratio, least));
        }
        if let (Operation::Verify, Some((_, limits))) = (row.operation, &row.limit) {
            claims.extend(self.claims_of_verify(row, limits));
        }
        claims
    }

    fn claims_of_verify(&self, row: &Row, limits: &[Reached; 2]) -> Option<Claim> {
        let mean = |of: fn(&Reached) -> f64| limits.iter().map(of).sum::<f64>() / 2.0;
        match row.clients {
            1 => {
                let hello = self.hello.iter().find(|hello| hello.clients == 1)?;
                let least =
                    mean(|limit| quantile(&limit.latencies, 0.5)) + quantile(&hello.saturated.right, 0.5);
                let found = quantile(&row.saturated.right, 0.5) / least;
                Some(Claim::at_most(
                    "verify at 1: median, of pgbench's and hello's together".into(),
                    found,
                    1.5,
                    "",
                ))
            }
            8 | 32 => {
                let found = (row.cpu.service + row.cpu.postgres) / mean(|limit| limit.cpu);
                let what = format!("verify at {}: processor time, of the limit's", row.clients);
                Some(Claim::at_most(what, found, 2.0, ""))
            }
            _ => None,
        }
    }

    fn throughput_table(&self) -> String {
        let rows = self.all().map(|row| {
            let limit = row.limit.as_ref().map_or_else(String::new, |(_, [before, after])| {
                format!("{} / {}", count(before.rate), count(after.rate))
            });
            vec![
                row.operation.name().to_owned(),
                row.clients.to_string(),
                count(row.saturated.rate()),
                limit,
                row.ratio().map_or_else(String::new, |ratio| format!("{ratio:.2}")),
                micros(row.cpu.service),
                micros(row.cpu.postgres),
                micros(row.cpu.own),
                format!("{:.1}", row.memory),
                notes(row),
            ]
        });
        let columns = [
            "As fast as they go",
            "Clients",
            "/s",
            "Limit /s, before / after",
            "Part",
            "CPU service µs",
            "CPU Postgres µs",
            "CPU client µs",
            "Memory MiB",
            "Notes",
        ];
        table("Throughput", &columns, rows)
    }

    fn latency_table(&self) -> String {
        let rows = self.all().map(|row| {
            let mut cells = vec![row.operation.name().to_owned(), row.clients.to_string()];
            cells.extend(quantiles(&row.saturated.right));
            cells.push(count(row.rate));
            cells.extend(quantiles(&row.moderate.right));
            cells
        });
        let columns = [
            "Milliseconds",
            "Clients",
            "Saturated p50",
            "p99",
            "p99.9",
            "At a fixed rate, /s",
            "p50",
            "p99",
            "p99.9",
        ];
        table("Latency", &columns, rows)
    }

    fn limits_table(&self) -> String {
        let mut rows: Vec<(Limit, usize, &Reached)> = Vec::new();
        for row in &self.rows {
            if let Some((limit, reached)) = &row.limit {
                rows.extend(reached.iter().map(|reached| (*limit, row.clients, reached)));
            }
        }
        rows.extend(self.both.iter().map(|(clients, reached)| (Limit::Both, *clients, reached)));
        let rows = rows.into_iter().map(|(limit, clients, reached)| {
            let mut cells = vec![limit.name().to_owned(), clients.to_string(), count(reached.rate)];
            cells.extend(quantiles(&reached.latencies));
            cells.push(micros(reached.cpu));
            cells
        });
        table("Limits", &["Limit", "Clients", "/s", "p50 ms", "p99 ms", "p99.9 ms", "CPU µs"], rows)
    }

    fn flood_table(&self) -> String {
        let Some(flood) = &self.flood else { return String::new() };
        let logins = &flood.logins;
        let refused = quantiles(&logins.refused).join(" / ");
        let told = format!(
            "\n{} logins/s were sent: {} were answered, {} turned away, after {refused} ms (p50 / p99 / p99.9).\n",
            count(flood.rate),
            logins.right.len(),
            logins.refused.len(),
        );
        neighbours_table("A flood of logins", &flood.neighbours) + &told
    }

    fn housekeeping_table(&self) -> String {
        let Some(Housekeeping { neighbours, forgotten, left, seconds }) = &self.housekeeping else {
            return String::new();
        };
        let told = format!("\n{forgotten} rows were deleted in {seconds:.0} s, {left} were left.\n");
        neighbours_table("Housekeeping", neighbours) + &told
    }
}

fn neighbours_table(title: &str, neighbours: &Neighbours) -> String {
    let columns = ["Milliseconds", "Quiet p50", "p99", "p99.9", "Meanwhile p50", "p99", "p99.9"];
    let rows = neighbours.each().map(|(operation, both)| {
        let mut cells = vec![operation.name().to_owned()];
        cells.extend(both.iter().flat_map(|measured| quantiles(&measured.right)));
        cells
    });
    table(title, &columns, rows)
}

fn claims_of_flood(flood: &Flood) -> Vec<Claim> {
    let others = flood.neighbours.each().map(|(operation, [quiet, flooded])| {
        let found = quantile(&flooded.right, 0.99) / quantile(&quiet.right, 0.99);
        Claim::at_most(
            format!("{} in a flood of logins: p99, of the quiet one", operation.name()),
            found,
            3.0,
            "",
        )
    });
    let refusals = quantile(&flood.logins.refused, 0.99);
    let refused = Claim::at_most("the flood is turned away within (p99)".into(), refusals, 100.0, " ms");
    others.chain([refused]).collect()
}

fn notes(row: &Row) -> String {
    let refused = row.saturated.refused.len() + row.moderate.refused.len();
    let mut notes = Vec::new();
    if refused > 0 {
        notes.push(format!("{refused} turned away"));
    }
    if row.saturated.used_up || row.moderate.used_up {
        notes.push("ended early: more --users".to_owned());
    }
    notes.join(", ")
}

fn quantiles(latencies: &Latencies) -> [String; 3] {
    [0.5, 0.99, 0.999].map(|part| format!("{:.2}", quantile(latencies, part)))
}

/// Three digits and more.
fn count(rate: f64) -> String {
    if rate < 100.0 { format!("{rate:.1}") } else { format!("{rate:.0}") }
}

fn micros(seconds: f64) -> String {
    format!("{:.0}", seconds * 1e6)
}

fn table(title: &str, columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut text = String::new();
    for cells in rows {
        writeln!(text, "| {} |", cells.join(" | ")).expect("text takes text");
    }
    if text.is_empty() {
        return text;
    }
    let rule = "|---".repeat(columns.len());
    format!("### {title}\n\n| {} |\n{rule}|\n{text}", columns.join(" | "))
}
