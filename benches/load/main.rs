//! Measures the release build under load, beside what limits it on this machine: the database alone, bcrypt alone, a bare server.
//! `make bench` starts it; docs/performance.md says what the figures mean.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program for a terminal")]
#![allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "figures are rounded anyway"
)]

mod client;
mod codes;
mod crowd;
mod flood;
mod footprint;
mod housekeeping;
mod installation;
mod limits;
mod load;
mod neighbours;
mod operations;
mod options;
mod population;
mod processes;
mod report;
mod rows;

use std::{
    cell::RefCell, error::Error, fs, net::SocketAddr, num::NonZero, process::ExitCode, rc::Rc, thread,
};

use clap::Parser;
use nightlatch::random::{Random, SystemRandom};
use tokio::{
    runtime,
    signal::unix::{SignalKind, signal},
    task::LocalSet,
};

use client::Connection;
use codes::Codes;
use installation::{Installation, Service};
use limits::{Limit, Limits};
use operations::{Client, Operation, Stage};
use options::{Options, Part};
use population::{Credentials, Population, make_key};
use processes::Watched;
use report::Report;
use rows::Bench;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// The lowest cost of bcrypt: what a login does beside it is lost in the noise of any other.
const LEAST_COST: u32 = 4;
/// A login takes so many times longer than anything else that it is measured for longer.
const LOGINS_LONGER: f64 = 3.0;
/// More at once are turned away, which is what the flood measures.
const MOST_LOGINS: usize = 32;

fn main() -> ExitCode {
    let options = Options::parse();
    let done = if options.hello { limits::serve_hello() } else { bench(&options) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn bench(options: &Options) -> Outcome<()> {
    let random: &dyn Random = &SystemRandom;
    let password = data_encoding::HEXLOWER.encode(&random.bytes::<16>());
    let installation = Installation::make(options, &password)?;
    eprintln!("making {} users", options.users);
    let population = Population::make(&installation, options)?;
    // One thread asks, so that little of the machine goes to asking.
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let mut report = Report { machine: machine(&installation), ..Report::default() };
    if options.measures(Part::Footprint) {
        report.footprint = Some(footprint::measure(&installation, options.cost)?);
    }
    let run = Run { options, installation: &installation, population: &population };
    let measured = async {
        tokio::select! {
            done = run.measure(&password, &mut report) => done,
            stopped = stopped() => stopped,
        }
    };
    LocalSet::new().block_on(&runtime, measured)?;
    println!("{}", report.markdown());
    Ok(())
}

/// Waits until somebody ends the run: whatever it started ends with it.
async fn stopped() -> Outcome<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Err("stopped".into())
}

struct Run<'a> {
    options: &'a Options,
    installation: &'a Installation,
    population: &'a Population,
}

impl Run<'_> {
    async fn measure(&self, password: &str, report: &mut Report) -> Outcome<()> {
        let options = self.options;
        let service = self.installation.serve(options.cost)?;
        let stage = self.stage(service.address, password).await?;
        report.hello = self.hello(&stage).await?;
        let bench = self.bench(&stage, &service, options.cost);
        let plan = [
            (Part::Verify, Operation::Verify, Some(Limit::Write)),
            (Part::Challenge, Operation::Challenge, Some(Limit::Write)),
            (Part::Check, Operation::Check, Some(Limit::Read)),
            (Part::Refresh, Operation::Refresh, None),
            (Part::List, Operation::List, None),
        ];
        for (part, operation, limit) in plan {
            if options.measures(part) {
                for clients in &options.connections {
                    report.rows.push(bench.row(operation, limit, *clients, options.seconds).await?);
                }
            }
        }
        if options.measures(Part::Verify) {
            for clients in &options.connections {
                report.both.push((*clients, bench.limits.reach(Limit::Both, *clients, options.seconds)?));
            }
        }
        if options.measures(Part::Login) {
            for clients in options.connections.iter().filter(|clients| **clients <= MOST_LOGINS) {
                let seconds = options.seconds * LOGINS_LONGER;
                report.rows.push(bench.row(Operation::Login, Some(Limit::Hashing), *clients, seconds).await?);
            }
        }
        if options.measures(Part::Flood) {
            let capacity = bench.limits.reach(Limit::Hashing, 1, options.seconds)?.rate;
            report.flood = Some(flood::measure(&stage, capacity, options.seconds).await?);
        }
        if options.measures(Part::Housekeeping) {
            let mut connection = self.installation.connect()?;
            report.housekeeping =
                Some(housekeeping::measure(&stage, &mut connection, options.seconds).await?);
        }
        drop(service);
        if options.measures(Part::Login) {
            report.beside = Some(self.beside_bcrypt(&stage).await?);
        }
        Ok(())
    }

    /// Processor time of a login and of a hash, at the lowest cost.
    async fn beside_bcrypt(&self, stage: &Stage) -> Outcome<(f64, f64)> {
        self.population.give_passwords(&mut self.installation.connect()?, LEAST_COST)?;
        let service = self.installation.serve(LEAST_COST)?;
        let stage = Rc::new(Stage {
            address: service.address,
            users: self.population.users.clone(),
            codes: RefCell::new(stage.codes.replace(Codes::new(0))),
            challenges: RefCell::default(),
            credentials: RefCell::new(stage.credentials.borrow().clone()),
        });
        let bench = self.bench(&stage, &service, LEAST_COST);
        let row = bench.row(Operation::Login, Some(Limit::Hashing), 8, self.options.seconds).await?;
        let hash = row.limit.as_ref().map_or(0.0, |(_, [before, after])| (before.cpu + after.cpu) / 2.0);
        Ok((row.cpu.service, hash))
    }

    fn bench<'b>(&'b self, stage: &'b Rc<Stage>, service: &Service, cost: u32) -> Bench<'b> {
        let watched = Watched { service: service.id(), postmaster: self.installation.postmaster };
        let limits = Limits {
            installation: self.installation,
            organization: self.population.organization,
            watched,
            users: self.options.users,
            cost,
        };
        Bench { stage, population: self.population, limits, watched, seconds: self.options.seconds }
    }

    async fn stage(&self, address: SocketAddr, password: &str) -> Outcome<Rc<Stage>> {
        let api_key = make_key(&mut Connection::open(address).await?, password).await?;
        let stage = Rc::new(Stage {
            address,
            users: self.population.users.clone(),
            codes: RefCell::new(Codes::new(self.options.users)),
            challenges: RefCell::default(),
            credentials: RefCell::new(Credentials { api_key, sessions: Vec::new() }),
        });
        let parts = [Part::Check, Part::Refresh, Part::Flood, Part::Housekeeping];
        if parts.iter().any(|part| self.options.measures(*part)) {
            eprintln!("signing in {} users", self.options.most_connections());
            let mut client = Client::new(&stage, 0).await?;
            for _ in 0..self.options.most_connections().max(8) {
                let session = client.begin_session().await?;
                stage.credentials.borrow_mut().sessions.push(session);
            }
        }
        Ok(stage)
    }

    /// What the clients and a server without any work can do.
    async fn hello(&self, stage: &Rc<Stage>) -> Outcome<Vec<rows::Row>> {
        let server = limits::hello(self.options)?;
        let stage = Rc::new(Stage {
            address: server.address,
            users: Vec::new(),
            codes: RefCell::new(Codes::new(0)),
            challenges: RefCell::default(),
            credentials: RefCell::new(stage.credentials.borrow().clone()),
        });
        let bench = self.bench(&stage, &server, self.options.cost);
        let mut rows = Vec::new();
        for clients in &self.options.connections {
            rows.push(bench.row(Operation::Hello, None, *clients, self.options.seconds).await?);
        }
        Ok(rows)
    }
}

/// What it was measured on.
fn machine(installation: &Installation) -> String {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let kernel = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    let model = model.map_or("a processor without a name", |(_, model)| model);
    let autogroup = fs::read_to_string("/proc/sys/kernel/sched_autogroup_enabled").unwrap_or_default();
    let groups = if autogroup.trim() == "1" { ", kernel.sched_autogroup_enabled=1" } else { "" };
    format!("{cores} cores of {model}, Linux {}{groups}, PostgreSQL {}", kernel.trim(), installation.version)
}
