//! What the pool of connections tells of itself, and the threads that make them.

use std::{
    convert::Infallible,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{self, Sender},
    },
    time::{Duration, Instant},
};

use diesel::r2d2::{
    self, HandleError, HandleEvent,
    event::{CheckoutEvent, TimeoutEvent},
};
use scheduled_thread_pool::ScheduledThreadPool;

use crate::metrics::Metrics;

/// Threads that make connections.
const MAKERS: usize = 3;
/// So long the end waits for connections that are being made: longer than one attempt with a server may take.
const LAST_WAIT: Duration = Duration::from_secs(5);

/// The threads that make connections, beside those that ask for them. A process that ends lets go of OpenSSL, which each new
/// connection uses: whoever made one just then would crash it. So they rest before.
pub(super) struct Makers {
    pub threads: Arc<ScheduledThreadPool>,
    /// Each lets a thread go on when it is dropped.
    resting: Mutex<Vec<Sender<Infallible>>>,
}

impl Makers {
    pub fn new() -> Self {
        let threads = ScheduledThreadPool::builder().num_threads(MAKERS).thread_name_pattern("connect-{}");
        Self { threads: Arc::new(threads.build()), resting: Mutex::default() }
    }

    /// Lets each thread end what it does, and do nothing from then on.
    pub fn rest(&self) {
        let mut resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        if !resting.is_empty() {
            return;
        }
        let (idle, arrivals) = mpsc::channel();
        for _ in 0..MAKERS {
            let (held, end) = mpsc::channel::<Infallible>();
            resting.push(held);
            let idle = idle.clone();
            self.threads.execute(move || {
                idle.send(()).ok();
                end.recv().ok();
            });
        }
        let deadline = Instant::now() + LAST_WAIT;
        let left = || deadline.saturating_duration_since(Instant::now());
        if !(0..MAKERS).all(|_| arrivals.recv_timeout(left()).is_ok()) {
            tracing::warn!("a connection to the database is still being made");
        }
    }
}

impl Drop for Makers {
    fn drop(&mut self) {
        self.rest();
    }
}

/// Times the waits for connections.
#[derive(Debug)]
pub(super) struct Waits(pub Arc<Metrics>);

impl HandleEvent for Waits {
    fn handle_checkout(&self, event: CheckoutEvent) {
        self.0.pool.note_wait(event.duration());
    }

    fn handle_timeout(&self, event: TimeoutEvent) {
        self.0.pool.note_wait(event.timeout());
        self.0.pool.note_timeout();
    }
}

/// Says that a connection could not be made. Whoever waits for one too long is told so on their own; until then it is tried
/// again, and nothing has failed.
#[derive(Debug)]
pub(super) struct Attempts;

impl HandleError<r2d2::Error> for Attempts {
    fn handle_error(&self, error: r2d2::Error) {
        tracing::warn!("a connection to the database could not be made, and is tried again: {error}");
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::Read,
        net::TcpListener,
        sync::{
            Mutex,
            atomic::{AtomicBool, Ordering},
        },
        thread,
    };

    use diesel::ConnectionError;
    use secrecy::SecretString;
    use tracing::{Event, Level, Subscriber};
    use tracing_subscriber::{Layer, layer::Context, prelude::*};

    use super::*;
    use crate::{domain::Timestamp, store::Db};

    struct Levels(Arc<Mutex<Vec<Level>>>);

    impl<S: Subscriber> Layer<S> for Levels {
        fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
            self.0.lock().unwrap().push(*event.metadata().level());
        }
    }

    #[test]
    fn a_connection_that_cannot_be_made_is_a_warning() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let listening = tracing_subscriber::registry().with(Levels(Arc::clone(&told)));
        let refused = ConnectionError::BadConnection("refused".to_owned());
        tracing::subscriber::with_default(listening, || {
            Attempts.handle_error(r2d2::Error::ConnectionError(refused));
        });
        assert_eq!(*told.lock().unwrap(), [Level::WARN]);
    }

    /// A server that takes connections, and hangs up on each after a while; with whether it is doing so.
    fn slow_server() -> (SecretString, Arc<AtomicBool>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("postgresql://u@{}/n?sslmode=disable", listener.local_addr().unwrap());
        let busy = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&busy);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                told.store(true, Ordering::Release);
                assert!(stream.read(&mut [0; 512]).unwrap() > 0);
                thread::sleep(Duration::from_millis(300));
                told.store(false, Ordering::Release);
            }
        });
        (url.into(), busy)
    }

    fn connecting(busy: &AtomicBool) -> bool {
        busy.load(Ordering::Acquire)
    }

    #[test]
    fn nobody_makes_a_connection_after_the_end() {
        let (url, busy) = slow_server();
        let open = || {
            let db = Db::new(&url, 4, true, Arc::new(Metrics::new(Timestamp::UNIX_EPOCH)));
            while !connecting(&busy) {
                thread::sleep(Duration::from_millis(1));
            }
            db
        };
        drop(open());
        assert!(!connecting(&busy), "it was waited for");
        let db = open();
        db.close();
        assert!(!connecting(&busy), "it was waited for");
        let again = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(10));
            connecting(&busy)
        });
        assert!(!again, "it is not tried again");
        drop(db);
    }
}
