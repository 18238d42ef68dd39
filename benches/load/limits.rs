//! What this machine can do at most: the database alone, bcrypt alone, and a bare server.

use std::{
    fs,
    hint::black_box,
    net::TcpListener,
    num::NonZero,
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use actix_web::{App, HttpServer, web};
use uuid::Uuid;

use crate::{
    Outcome,
    installation::{Installation, Service},
    load::{Latencies, latencies},
    options::Options,
    processes::Watched,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// A statement that uses up a step and writes an event, by pgbench.
    Write,
    /// The same after another one, which reads what a code is judged by, by pgbench.
    Both,
    /// A statement that reads a row by its key, by pgbench.
    Read,
    /// bcrypt on all cores.
    Hashing,
}

impl Limit {
    pub fn name(self) -> &'static str {
        match self {
            Self::Write => "pgbench, one-statement verify",
            Self::Both => "pgbench, two-statement verify",
            Self::Read => "pgbench, one row by key",
            Self::Hashing => "bcrypt on all cores",
        }
    }
}

/// What was reached.
pub struct Reached {
    pub rate: f64,
    pub latencies: Latencies,
    /// Seconds of processor time for each, of the asking program and of Postgres together.
    pub cpu: f64,
}

/// The id of the user of that number, in the copy.
const USER: &str = "('00000000-0000-7000-8000-' || lpad(to_hex((:n)::int), 12, '0'))::uuid";

/// Measures limits.
pub struct Limits<'a> {
    pub installation: &'a Installation,
    pub organization: Uuid,
    pub watched: Watched,
    pub users: usize,
    pub cost: u32,
}

impl Limits<'_> {
    pub fn reach(&self, limit: Limit, clients: usize, seconds: f64) -> Outcome<Reached> {
        match limit {
            Limit::Write => self.pgbench(&[self.writing()], clients, seconds),
            Limit::Both => self.pgbench(&[self.judging(), self.writing()], clients, seconds),
            Limit::Read => self.pgbench(&[self.reading()], clients, seconds),
            Limit::Hashing => self.hash(seconds),
        }
    }

    /// As a verify without its budget and its questions: a conditional update, joined to the event by its result.
    fn writing(&self) -> String {
        let organization = self.organization;
        format!(
            "WITH target AS (SELECT {USER} AS id), \
done AS (UPDATE authenticators SET last_step = last_step + 1, last_used_at = now() FROM target AS t \
WHERE org_id = '{organization}' AND user_id = t.id AND authenticators.id = t.id AND last_step < 9000000000 RETURNING user_id) \
INSERT INTO audit_events (org_id, occurred_at, id, action, outcome, subject_id, address, detail, proof) \
SELECT '{organization}', clock_timestamp(), gen_random_uuid(), 'verify.succeeded', 'success', user_id, '127.0.0.1', \
'{{\"method\": \"totp\"}}', decode(repeat('00', 32), 'hex') FROM done;"
        )
    }

    /// As the questions of a verify without its key: nobody knows whether a code is right before they have the secret.
    fn judging(&self) -> String {
        let organization = self.organization;
        format!(
            "SELECT p.document, u.id, u.email, u.suspended_at, u.factor_enrolled_at, a.id, a.algorithm, a.digits, a.period_seconds, \
a.sealed_secret, a.last_step FROM policies AS p JOIN users AS u ON u.org_id = p.org_id \
LEFT JOIN authenticators AS a ON a.org_id = u.org_id AND a.user_id = u.id \
WHERE p.org_id = '{organization}' AND u.id = {USER} ORDER BY a.confirmed_at, a.id;"
        )
    }

    fn reading(&self) -> String {
        let organization = self.organization;
        format!(
            "SELECT email, epoch, suspended_at FROM users WHERE org_id = '{organization}' AND id = {USER};"
        )
    }

    /// Statements of one random user, one after the other; how long they take together is a latency.
    fn pgbench(&self, statements: &[String], clients: usize, seconds: f64) -> Outcome<Reached> {
        let script = format!("\\set n random(1, {})\n{}\n", self.users, statements.join("\n"));
        let folder = tempfile::tempdir_in(self.installation.scratch.path())?;
        let file = folder.path().join("script.sql");
        fs::write(&file, script)?;
        let threads = clients.min(thread::available_parallelism().map_or(1, NonZero::get));
        let before = self.watched.usage()?;
        let output = Command::new("pgbench")
            .args(["--no-vacuum", "--protocol", "prepared", "--log", "--log-prefix"])
            .arg(folder.path().join("log"))
            .arg("--file")
            .arg(&file)
            .args(["--client", &clients.to_string(), "--jobs", &threads.to_string()])
            .args(["--time", &seconds.ceil().to_string(), &self.installation.copy_url()?])
            .output()?;
        let used = self.watched.usage()? - before;
        let told = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            return Err(format!("pgbench: {}", String::from_utf8_lossy(&output.stderr)).into());
        }
        let rate = told.lines().find_map(|line| line.strip_prefix("tps = ")?.split(' ').next()?.parse().ok());
        let latencies = logged(folder.path())?;
        let cpu = (used.postgres + used.ended) / latencies.len() as f64;
        Ok(Reached { rate: rate.ok_or("pgbench tells no rate")?, latencies, cpu })
    }

    fn hash(&self, seconds: f64) -> Outcome<Reached> {
        let cores = thread::available_parallelism().map_or(1, NonZero::get);
        let before = self.watched.usage()?;
        let begun = Instant::now();
        let end = begun + Duration::from_secs_f64(seconds);
        let hashers: Vec<_> = (0..cores)
            .map(|_| {
                let cost = self.cost;
                thread::spawn(move || {
                    let mut latencies = latencies();
                    while Instant::now() < end {
                        let hashed = Instant::now();
                        let hash = bcrypt::hash_with_salt(
                            b"of forty-four letters, as the pre-hash has them",
                            cost,
                            [7; 16],
                        );
                        black_box(hash).expect("bcrypt knows the cost");
                        latencies.saturating_record(
                            u64::try_from(hashed.elapsed().as_nanos()).unwrap_or(u64::MAX),
                        );
                    }
                    latencies
                })
            })
            .collect();
        let mut latencies = latencies();
        for hasher in hashers {
            latencies.add(hasher.join().map_err(|_| "bcrypt panicked")?)?;
        }
        let (hashes, seconds) = (latencies.len() as f64, begun.elapsed().as_secs_f64());
        let used = self.watched.usage()? - before;
        Ok(Reached { rate: hashes / seconds, cpu: used.own / hashes, latencies })
    }
}

/// What pgbench has logged: the third word of a line is a latency in microseconds.
fn logged(folder: &Path) -> Outcome<Latencies> {
    let mut latencies = latencies();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            continue;
        }
        for line in fs::read_to_string(path)?.lines() {
            let micros: u64 = line.split(' ').nth(2).ok_or("a line without a latency")?.parse()?;
            latencies.saturating_record(micros * 1000);
        }
    }
    Ok(latencies)
}

/// A process of this program that is nothing but a server.
pub fn hello(options: &Options) -> Outcome<Service> {
    let program = std::env::current_exe()?;
    let mut command = Command::new(program);
    command.arg("--hello").arg("--binary").arg(&options.binary);
    Service::telling(command)
}

pub fn serve_hello() -> Outcome<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    let server = HttpServer::new(|| App::new().route("/", web::get().to(async || "hello")));
    Ok(actix_web::rt::System::new().block_on(async move {
        let server = server.listen(listener)?;
        println!("{address}");
        server.run().await
    })?)
}
