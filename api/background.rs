//! What runs beside the requests, in every replica: mail and webhooks are sent, and what has ended is forgotten.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::{
    select,
    task::{self, AbortHandle, JoinSet},
    time::{Interval, MissedTickBehavior, interval, sleep, timeout},
};

use crate::{
    app::App,
    domain::{audit::Origin, id::WebhookId},
    error::{Failure, Fault},
    flows::{
        Operation, alarms,
        audit_seals::SealingRound,
        figures,
        housekeeping::{self, Round},
        outbox, reminders, restoration, webhook_queue,
    },
    high_water_file,
    mail::Undelivered,
    traces::Exported,
};

/// So often it is looked whether housekeeping is due, which another replica may have seen to.
const HOUSEKEEPING_INTERVAL: Duration = Duration::from_secs(60);
/// So long a round of housekeeping takes at most, which is less than from one to the next, and one of the sealer. What is left
/// comes in the next one.
const ROUND_DEADLINE: Duration = Duration::from_secs(480);
/// So often it is looked whether the database is behind what was answered for.
const WATCHING_INTERVAL: Duration = Duration::from_secs(5);
/// So much of what was answered for may be missing in the file after a crash.
const KEEPING_INTERVAL: Duration = Duration::from_secs(1);
const SEALING: &str = "sealing";
/// So often what was written is sealed.
const SEALING_INTERVAL: Duration = Duration::from_secs(10);
const SEALING_ALL_INTERVAL: Duration = Duration::from_secs(3600);
const ALARMS_INTERVAL: Duration = Duration::from_secs(60);
const REMINDERS_INTERVAL: Duration = Duration::from_secs(300);
/// As often as Prometheus asks, where nothing else is set there.
const MEASURING_INTERVAL: Duration = Duration::from_secs(15);
/// So old are spans at most before the collector has them.
const EXPORTING_INTERVAL: Duration = Duration::from_secs(1);
/// So long the end waits for a collector.
const LAST_EXPORT_DEADLINE: Duration = Duration::from_secs(2);
/// So often the outbox is looked into for what other replicas have written, and for what has to be tried again.
const OUTBOX_INTERVAL: Duration = Duration::from_secs(1);
/// So many mails are on their way at once: a slow server does not hold up what comes after.
const MAILS_AT_ONCE: usize = 16;
/// So often the queues of webhooks are looked into, likewise.
const DELIVERIES_INTERVAL: Duration = Duration::from_secs(1);
const DELIVERIES_AT_ONCE: usize = 32;
/// Shorter than the lease under which a mail is claimed.
const SENDING_DEADLINE: Duration = Duration::from_secs(150);

/// Starts the work. It ends with the runtime that it was started on.
pub fn start(app: Arc<App>) {
    task::spawn(keep_house(Arc::clone(&app)));
    task::spawn(regularly(Arc::clone(&app), REMINDERS_INTERVAL, "reminding", reminders::send_due));
    task::spawn(regularly(Arc::clone(&app), ALARMS_INTERVAL, "watching failures", alarms::watch));
    task::spawn(seal(Arc::clone(&app), SEALING_INTERVAL, SEALING, SealingRound::recent));
    task::spawn(seal(Arc::clone(&app), SEALING_ALL_INTERVAL, "sealing all", SealingRound::all));
    if app.settings.high_water.is_some() {
        task::spawn(regularly(
            Arc::clone(&app),
            WATCHING_INTERVAL,
            "watching the database",
            restoration::watch,
        ));
        task::spawn(keep_high_water(Arc::clone(&app)));
    }
    if app.settings.metrics_bind.is_some() {
        task::spawn(measure_often(Arc::clone(&app)));
    }
    if app.traces.is_on() {
        task::spawn(export_spans(Arc::clone(&app)));
    }
    task::spawn(send_mail(Arc::clone(&app)));
    task::spawn(send_webhooks(app));
}

/// Sends all mail that is due now; gives the number of mails that were tried.
pub async fn send_due(app: &Arc<App>) -> usize {
    let mut tried = 0;
    loop {
        let mut sending = JoinSet::new();
        begin_sending(app, &mut sending).await;
        if sending.is_empty() {
            return tried;
        }
        tried += sending.join_all().await.len();
    }
}

async fn regularly(
    app: Arc<App>,
    pause: Duration,
    what: &'static str,
    flow: fn(&Operation) -> Result<usize, Failure>,
) {
    let mut ticks = rarely(pause);
    loop {
        ticks.tick().await;
        run_once(&app, what, flow).await;
    }
}

/// The first tick comes after a pause, as a start is busy enough, and each a pause after what took too long for the one before.
fn rarely(pause: Duration) -> Interval {
    let mut ticks = interval(pause);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks.reset();
    ticks
}

async fn run_once(app: &Arc<App>, what: &'static str, flow: fn(&Operation) -> Result<usize, Failure>) {
    if let Some(count) = run(app, what, flow).await {
        app.metrics.work.note_items(what, count);
        tracing::debug!(count, "{what} is done");
    }
}

async fn keep_house(app: Arc<App>) {
    loop {
        let [jitter] = app.random.bytes();
        sleep(HOUSEKEEPING_INTERVAL.mul_f64(0.75 + f64::from(jitter) / 512.0)).await;
        if let Some(deleted) = clean_up(&app).await {
            tracing::debug!(deleted, "housekeeping is done");
        }
    }
}

/// Forgets what has ended, if it is this process's turn; gives the number of rows.
pub async fn clean_up(app: &Arc<App>) -> Option<usize> {
    const WHAT: &str = "housekeeping";
    let round = run(app, WHAT, |op| Ok(housekeeping::take_turn(op)?.then(|| Round::begin(op)))).await??;
    Some(go_through(app, WHAT, round).await)
}

async fn seal(app: Arc<App>, pause: Duration, what: &'static str, begin: BeginRound) {
    let mut ticks = rarely(pause);
    loop {
        ticks.tick().await;
        if let Some(sealed) = seal_once(&app, what, begin).await {
            tracing::debug!(sealed, "{what} is done");
        }
    }
}

type BeginRound = fn(&Operation) -> Result<SealingRound, Failure>;

async fn seal_once(app: &Arc<App>, what: &'static str, begin: BeginRound) -> Option<usize> {
    let round = run(app, what, begin).await?;
    Some(go_through(app, what, round).await)
}

/// Seals what happened lately; gives the number of events, of all organizations of which it could be done.
pub async fn seal_recent(app: &Arc<App>) -> Option<usize> {
    seal_once(app, SEALING, SealingRound::recent).await
}

/// Work in steps, each of which is an operation.
trait Steps: Clone + Send + 'static {
    /// Does the next; gives how much was done. Nothing is left after `None`.
    fn step(&mut self, op: &Operation) -> Result<Option<usize>, Failure>;

    /// Leaves what cannot be done now: it does not keep the rest.
    fn skip(&mut self);
}

impl Steps for Round {
    fn step(&mut self, op: &Operation) -> Result<Option<usize>, Failure> {
        let swept = self.sweep(op)?;
        Ok(swept.map(|(table, deleted)| {
            tracing::trace!(table, deleted, "swept");
            deleted
        }))
    }

    fn skip(&mut self) {
        self.skip();
    }
}

impl Steps for SealingRound {
    fn step(&mut self, op: &Operation) -> Result<Option<usize>, Failure> {
        self.seal_next(op)
    }

    fn skip(&mut self) {
        self.skip();
    }
}

/// Does as many steps as there is time for; gives how much was done. It rests as long as it works, so that the database is never busy
/// with this alone.
async fn go_through(app: &Arc<App>, what: &'static str, mut steps: impl Steps) -> usize {
    let begun = Instant::now();
    let mut all = 0;
    while begun.elapsed() < ROUND_DEADLINE {
        let (working, mut rest) = (Instant::now(), steps.clone());
        match run(app, what, move |op| Ok((rest.step(op)?, rest))).await {
            Some((Some(done), rest)) => {
                app.metrics.work.note_items(what, done);
                (all, steps) = (all + done, rest);
            }
            Some((None, _)) => break,
            None => steps.skip(),
        }
        sleep(working.elapsed()).await;
    }
    all
}

async fn keep_high_water(app: Arc<App>) {
    let (mut ticks, mut kept) = (interval(KEEPING_INTERVAL), Vec::new());
    loop {
        ticks.tick().await;
        let marks = app.db.high_water().marks();
        if marks != kept {
            let app = Arc::clone(&app);
            // What was not kept is tried again.
            if task::spawn_blocking(move || save_high_water(&app)).await.is_ok_and(|saved| saved) {
                kept = marks;
            }
        }
    }
}

/// Keeps the high-water mark; false where that failed, which is told.
pub fn save_high_water(app: &App) -> bool {
    let Some(path) = &app.settings.high_water else { return true };
    let saved = app.db.high_water().keep(|marks| high_water_file::save(path, marks));
    if let Err(error) = &saved {
        tracing::error!("cannot keep the high-water mark in {}: {error}", path.display());
    }
    saved.is_ok()
}

async fn measure_often(app: Arc<App>) {
    let mut ticks = interval(MEASURING_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        measure(&app).await;
    }
}

/// Looks now at what only the database can tell operators.
pub async fn measure(app: &Arc<App>) {
    run_once(app, "measuring", figures::measure).await;
}

async fn export_spans(app: Arc<App>) {
    let mut ticks = interval(EXPORTING_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        export(&app).await;
    }
}

/// Sends the spans that wait now; gives how many the collector has taken.
pub async fn export(app: &App) -> usize {
    let Exported { sent, lost } = app.traces.export().await;
    app.metrics.spans.note_sent(sent);
    app.metrics.spans.note_lost(lost);
    sent
}

/// Sends the last spans of a process that ends.
pub async fn export_last(app: &App) {
    if timeout(LAST_EXPORT_DEADLINE, export(app)).await.is_err() {
        tracing::warn!("the collector of traces did not take the last spans in time");
    }
}

async fn send_mail(app: Arc<App>) {
    let mut ticks = interval(OUTBOX_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut sending = JoinSet::new();
    loop {
        select! {
            _ = ticks.tick() => {}
            () = app.mail_waits.notified() => {}
            Some(_) = sending.join_next() => {}
        }
        begin_sending(&app, &mut sending).await;
    }
}

/// Claims as many mails as may still be under way, and begins to send them.
async fn begin_sending(app: &Arc<App>, sending: &mut JoinSet<()>) {
    let free = MAILS_AT_ONCE.saturating_sub(sending.len());
    if free == 0 {
        return;
    }
    let claims = run(app, "claiming mail", move |op| outbox::claim(op, free)).await;
    for claim in claims.unwrap_or_default() {
        let app = Arc::clone(app);
        sending.spawn(async move {
            let sent = timeout(SENDING_DEADLINE, app.mailer.send(&claim.email)).await;
            let sent = sent.unwrap_or_else(|late| Err(Undelivered::now(late)));
            if let Err(Undelivered { why, for_good }) = &sent {
                tracing::warn!(mail = %claim.email.id.0, for_good, "mail was not taken: {why}");
            }
            run(&app, "settling mail", move |op| outbox::settle(op, &claim, &sent)).await;
        });
    }
}

/// Sends all deliveries of webhooks that are due now; gives the number of attempts.
pub async fn deliver_due(app: &Arc<App>) -> usize {
    let mut deliveries = Deliveries::default();
    let mut attempts = 0;
    loop {
        deliveries.begin(app).await;
        if deliveries.sending.is_empty() {
            return attempts;
        }
        while deliveries.sending.join_next().await.is_some() {
            attempts += 1;
        }
    }
}

async fn send_webhooks(app: Arc<App>) {
    let mut ticks = interval(DELIVERIES_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut deliveries = Deliveries::default();
    loop {
        select! {
            _ = ticks.tick() => {}
            () = app.db.deliveries().notified() => {}
            Some(_) = deliveries.sending.join_next() => {}
        }
        deliveries.begin(&app).await;
    }
}

/// The attempts that are under way here.
#[derive(Default)]
struct Deliveries {
    sending: JoinSet<()>,
    under_way: Vec<(WebhookId, AbortHandle)>,
}

impl Deliveries {
    /// Claims as many deliveries as may still be under way, and begins to send them.
    async fn begin(&mut self, app: &Arc<App>) {
        self.under_way.retain(|(_, attempt)| !attempt.is_finished());
        let free = DELIVERIES_AT_ONCE.saturating_sub(self.under_way.len());
        if free == 0 {
            return;
        }
        let busy: Vec<WebhookId> = self.under_way.iter().map(|(webhook, _)| *webhook).collect();
        let claims = run(app, "claiming deliveries", move |op| webhook_queue::claim(op, free, &busy)).await;
        for claim in claims.unwrap_or_default() {
            let webhook = claim.webhook_id;
            let attempt = self.sending.spawn(deliver(Arc::clone(app), claim));
            self.under_way.push((webhook, attempt));
        }
    }
}

async fn deliver(app: Arc<App>, claim: webhook_queue::Claim) {
    let begun = Instant::now();
    let answered = app.webhooks.send(&claim.post).await;
    let millis = i32::try_from(begun.elapsed().as_millis()).unwrap_or(i32::MAX);
    run(&app, "settling a delivery", move |op| webhook_queue::settle(op, &claim, &answered, millis)).await;
}

/// Runs a flow where it may block. What fails is told, and comes again at its next time.
async fn run<T: Send + 'static>(
    app: &Arc<App>,
    what: &'static str,
    flow: impl FnOnce(&Operation) -> Result<T, Failure> + Send + 'static,
) -> Option<T> {
    let metrics = Arc::clone(&app.metrics);
    metrics.work.begin_run(what);
    let app = Arc::clone(app);
    let done = task::spawn_blocking(move || flow(&Operation::begin(&app, &Origin::default()))).await;
    metrics.work.end_run(what, matches!(done, Ok(Ok(_))));
    match done.map_err(Fault::internal) {
        Ok(Ok(value)) => return Some(value),
        Ok(Err(Failure::Broken(fault))) | Err(fault) => tracing::warn!("{what} failed: {fault}"),
        Ok(Err(Failure::Rejected(rejection))) => tracing::warn!("{what} was refused: {rejection:?}"),
    }
    None
}
