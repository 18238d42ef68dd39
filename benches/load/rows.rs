//! One operation at one number of clients, with its limit before and after.

use std::{rc::Rc, time::Duration};

use tokio::{task, time::sleep};

use crate::{
    Outcome,
    codes::Codes,
    limits::{Limit, Limits, Reached},
    load::{Latencies, Measured, closed, open},
    operations::{Operation, Stage},
    population::Population,
    processes::{Usage, Watched, memory},
};

/// The part of the throughput at which latencies are measured.
const MODERATE: f64 = 0.7;
/// So long nothing is recorded: statements are prepared, and caches filled.
const WARM_UP: f64 = 0.5;
/// What is measured may be so many times as fast.
const FASTER_WHEN_WARM: f64 = 1.5;
/// So many challenges are answered in a second, at most.
const MOST_CHALLENGES: f64 = 4_000.0;

pub struct Row {
    pub operation: Operation,
    pub clients: usize,
    /// As fast as they go.
    pub saturated: Measured,
    /// Seconds of processor time for each.
    pub cpu: Usage,
    /// MiB of the service meanwhile.
    pub memory: f64,
    /// At a fixed rate.
    pub moderate: Measured,
    pub rate: f64,
    pub limit: Option<(Limit, [Reached; 2])>,
}

impl Row {
    /// Of what the limit reached, before and after.
    pub fn ratio(&self) -> Option<f64> {
        let (_, [before, after]) = self.limit.as_ref()?;
        Some(self.saturated.rate() / ((before.rate + after.rate) / 2.0))
    }
}

/// Measures operations.
pub struct Bench<'a> {
    pub stage: &'a Rc<Stage>,
    pub population: &'a Population,
    pub limits: Limits<'a>,
    pub watched: Watched,
    pub seconds: f64,
}

impl Bench<'_> {
    pub async fn row(
        &self,
        operation: Operation,
        limit: Option<Limit>,
        clients: usize,
        seconds: f64,
    ) -> Outcome<Row> {
        self.refresh(operation, clients).await?;
        self.supply(operation, MOST_CHALLENGES * WARM_UP)?;
        let warm = closed(self.stage, operation, clients, WARM_UP).await?;
        let reach = || limit.map(|limit| self.limits.reach(limit, clients, self.seconds)).transpose();
        let before = reach()?;
        self.wait_for_codes(operation, warm.rate() * seconds * FASTER_WHEN_WARM).await;
        self.supply(operation, MOST_CHALLENGES * seconds)?;
        let used_before = self.watched.usage()?;
        let sampled = sample(self.watched.service, seconds);
        let saturated = closed(self.stage, operation, clients, seconds).await?;
        let cpu = per(self.watched.usage()? - used_before, saturated.right.len());
        let memory = sampled.await??;
        let after = reach()?;
        if saturated.right.is_empty() {
            return Err(format!("no {} was answered at {clients} clients", operation.name()).into());
        }
        let rate = saturated.rate() * MODERATE;
        self.wait_for_codes(operation, rate * seconds + 1.0).await;
        self.supply(operation, rate * seconds + 1.0)?;
        let moderate = open(self.stage, operation, clients, rate, seconds).await?;
        let row = Row {
            operation,
            clients,
            saturated,
            cpu,
            memory,
            moderate,
            rate,
            limit: limit.zip(before.zip(after).map(|(before, after)| [before, after])),
        };
        eprintln!("{} at {clients}: {:.0}/s", operation.name(), row.saturated.rate());
        Ok(row)
    }

    /// A code is good once: until there are as many as will be used.
    async fn wait_for_codes(&self, operation: Operation, most: f64) {
        if operation.takes_codes() {
            Codes::wait_for(&self.stage.codes, most.ceil() as usize).await;
        }
    }

    /// Opens the challenges that are to be answered, and tells the planner of what was filled at once, as autovacuum does within a minute.
    fn supply(&self, operation: Operation, most: f64) -> Outcome<()> {
        if operation == Operation::Challenge {
            let issued =
                self.population.challenges(&mut self.stage.codes.borrow_mut(), most.ceil() as usize)?;
            self.stage.challenges.replace(issued);
        }
        self.population.analyze()
    }

    /// Access tokens live five minutes, less than all of it takes.
    async fn refresh(&self, operation: Operation, clients: usize) -> Outcome<()> {
        if operation == Operation::Check {
            for number in 0..clients {
                crate::operations::Client::new(self.stage, number).await?.refresh().await?;
            }
        }
        Ok(())
    }
}

/// The memory of a process in the middle of that time.
fn sample(process: u32, seconds: f64) -> task::JoinHandle<std::io::Result<f64>> {
    task::spawn_local(async move {
        sleep(Duration::from_secs_f64(seconds / 2.0)).await;
        memory(process)
    })
}

fn per(used: Usage, count: u64) -> Usage {
    let count = count.max(1) as f64;
    Usage {
        service: used.service / count,
        postgres: used.postgres / count,
        own: used.own / count,
        ended: used.ended / count,
    }
}

/// Milliseconds under which that part of the answers came.
pub fn quantile(latencies: &Latencies, part: f64) -> f64 {
    latencies.value_at_quantile(part) as f64 / 1e6
}
