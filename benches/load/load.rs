//! Load: as much as a number of clients can ask for, or a fixed rate whatever becomes of it.

use std::{
    cell::Cell,
    rc::Rc,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use tokio::{sync::Semaphore, task};

use crate::{
    Outcome,
    operations::{Answer, Client, Operation, Stage},
};

/// Latencies in nanoseconds, to three digits, up to a minute.
pub type Latencies = Histogram<u64>;

const LONGEST: u64 = 60_000_000_000;

pub fn latencies() -> Latencies {
    Histogram::new_with_bounds(1, LONGEST, 3).expect("these are bounds")
}

/// What came of a load.
pub struct Measured {
    /// From the first request to the last answer.
    pub seconds: f64,
    pub right: Latencies,
    pub refused: Latencies,
    /// Whether it ended early, since there was nothing left to ask with.
    pub used_up: bool,
}

impl Measured {
    fn none() -> Self {
        Self { seconds: 0.0, right: latencies(), refused: latencies(), used_up: false }
    }

    /// Right answers in a second.
    pub fn rate(&self) -> f64 {
        self.right.len() as f64 / self.seconds
    }

    fn note(&mut self, answer: Answer, latency: Duration) {
        let nanos = u64::try_from(latency.as_nanos()).unwrap_or(u64::MAX);
        match answer {
            Answer::Right => self.right.saturating_record(nanos),
            Answer::Refused => self.refused.saturating_record(nanos),
            Answer::NothingLeft => self.used_up = true,
        }
    }

    fn add(&mut self, other: &Self) -> Outcome<()> {
        self.seconds = self.seconds.max(other.seconds);
        self.right.add(&other.right)?;
        self.refused.add(&other.refused)?;
        self.used_up |= other.used_up;
        Ok(())
    }
}

/// Each client asks again as soon as it is answered.
pub async fn closed(
    stage: &Rc<Stage>,
    operation: Operation,
    clients: usize,
    seconds: f64,
) -> Outcome<Measured> {
    let clients = connect(stage, clients).await?;
    let begun = Instant::now();
    let end = begun + Duration::from_secs_f64(seconds);
    let tasks = clients.into_iter().map(|mut client| {
        task::spawn_local(async move {
            let mut measured = Measured::none();
            while Instant::now() < end && !measured.used_up {
                let asked = Instant::now();
                let answer = told(client.ask(operation).await)?;
                measured.note(answer, asked.elapsed());
            }
            measured.seconds = begun.elapsed().as_secs_f64();
            Ok::<_, String>(measured)
        })
    });
    gathered(tasks.collect()).await
}

/// So many requests in a second, each at its time, by whichever client is free. A latency begins when a request was due, so that
/// the wait for a client that is not answered is part of it: no omission is coordinated with the service.
pub async fn open(
    stage: &Rc<Stage>,
    operation: Operation,
    clients: usize,
    rate: f64,
    seconds: f64,
) -> Outcome<Measured> {
    let clients = connect(stage, clients).await?;
    let total = (rate * seconds).ceil().max(1.0) as usize;
    let (due, taken) = (Arc::new(Semaphore::new(0)), Rc::new(Cell::new(0)));
    let begun = Instant::now();
    let pace = Pace { begun, rate, total };
    let pacer = pace.keep(Arc::clone(&due), clients.len());
    let tasks = clients.into_iter().map(|mut client| {
        let (due, taken) = (Arc::clone(&due), Rc::clone(&taken));
        task::spawn_local(async move {
            let mut measured = Measured::none();
            loop {
                due.acquire().await.map_err(|error| error.to_string())?.forget();
                let number = taken.replace(taken.get() + 1);
                if number >= total || measured.used_up {
                    break;
                }
                let answer = told(client.ask(operation).await)?;
                measured.note(answer, pace.due(number).elapsed());
            }
            measured.seconds = begun.elapsed().as_secs_f64();
            Ok::<_, String>(measured)
        })
    });
    let measured = gathered(tasks.collect()).await;
    pacer.join().map_err(|_| "the pacer panicked")?;
    measured
}

#[derive(Clone, Copy)]
struct Pace {
    begun: Instant,
    rate: f64,
    total: usize,
}

impl Pace {
    fn due(self, number: usize) -> Instant {
        self.begun + Duration::from_secs_f64(number as f64 / self.rate)
    }

    /// A thread that lets requests go when they are due, and then all clients: a timer of tokio is late by up to a millisecond.
    fn keep(self, due: Arc<Semaphore>, clients: usize) -> thread::JoinHandle<()> {
        thread::spawn(move || {
            for number in 0..self.total {
                thread::sleep(self.due(number).saturating_duration_since(Instant::now()));
                due.add_permits(1);
            }
            due.add_permits(clients);
        })
    }
}

async fn connect(stage: &Rc<Stage>, clients: usize) -> Outcome<Vec<Client>> {
    let mut connected = Vec::with_capacity(clients);
    for number in 0..clients {
        connected.push(Client::new(stage, number).await?);
    }
    Ok(connected)
}

/// Tasks give errors as text, which any of them may carry.
fn told<T>(outcome: Outcome<T>) -> Result<T, String> {
    outcome.map_err(|error| error.to_string())
}

async fn gathered(tasks: Vec<task::JoinHandle<Result<Measured, String>>>) -> Outcome<Measured> {
    let mut all = Measured::none();
    for task in tasks {
        all.add(&task.await??)?;
    }
    Ok(all)
}
