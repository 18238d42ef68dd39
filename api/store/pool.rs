//! What the pool of connections tells of itself.

use std::sync::Arc;

use diesel::r2d2::{
    self, HandleError, HandleEvent,
    event::{CheckoutEvent, TimeoutEvent},
};

use crate::metrics::Metrics;

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
    use std::sync::Mutex;

    use diesel::ConnectionError;
    use tracing::{Event, Level, Subscriber};
    use tracing_subscriber::{Layer, layer::Context, prelude::*};

    use super::*;

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
}
