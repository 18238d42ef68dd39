//! What runs beside the requests, in every replica: mail is sent, and what has ended is forgotten.

use std::{sync::Arc, time::Duration};

use tokio::{
    select,
    task::{self, JoinSet},
    time::{MissedTickBehavior, interval, timeout},
};

use crate::{
    app::App,
    domain::audit::Origin,
    error::{Failure, Fault},
    flows::{Operation, housekeeping, outbox, reminders},
    mail::Undelivered,
};

const HOUSEKEEPING_INTERVAL: Duration = Duration::from_secs(600);
const REMINDERS_INTERVAL: Duration = Duration::from_secs(300);
/// So often the outbox is looked into for what other replicas have written, and for what has to be tried again.
const OUTBOX_INTERVAL: Duration = Duration::from_secs(1);
/// So many mails are on their way at once: a slow server does not hold up what comes after.
const MAILS_AT_ONCE: usize = 16;
/// Shorter than the lease under which a mail is claimed.
const SENDING_DEADLINE: Duration = Duration::from_secs(150);

/// Starts the work. It ends with the runtime that it was started on.
pub fn start(app: Arc<App>) {
    task::spawn(regularly(Arc::clone(&app), HOUSEKEEPING_INTERVAL, "housekeeping", housekeeping::sweep));
    task::spawn(regularly(Arc::clone(&app), REMINDERS_INTERVAL, "reminding", reminders::send_due));
    task::spawn(send_mail(app));
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
    let mut ticks = interval(pause);
    // The first tick comes at once: a start is busy enough.
    ticks.tick().await;
    loop {
        ticks.tick().await;
        if let Some(count) = run(&app, what, flow).await {
            tracing::debug!(count, "{what} is done");
        }
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

/// Runs a flow where it may block. What fails is told, and comes again at its next time.
async fn run<T: Send + 'static>(
    app: &Arc<App>,
    what: &'static str,
    flow: impl FnOnce(&Operation) -> Result<T, Failure> + Send + 'static,
) -> Option<T> {
    let app = Arc::clone(app);
    let done = task::spawn_blocking(move || flow(&Operation::begin(&app, &Origin::default()))).await;
    match done.map_err(Fault::internal) {
        Ok(Ok(value)) => return Some(value),
        Ok(Err(Failure::Broken(fault))) | Err(fault) => tracing::warn!("{what} failed: {fault}"),
        Ok(Err(Failure::Rejected(rejection))) => tracing::warn!("{what} was refused: {rejection:?}"),
    }
    None
}
