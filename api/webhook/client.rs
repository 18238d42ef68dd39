//! The client: one POST for each attempt, over TLS, to the public Internet, within its time and following nobody elsewhere.

use std::{sync::OnceLock, time::Duration};

use reqwest::{
    Client, Response,
    header::{CONTENT_TYPE, RETRY_AFTER, USER_AGENT},
};

use super::{Answer, Post, RetryAfter, Unreached};
use crate::outbound::{self, AGENT, Obstacle};

/// So long a receiver has for its answer.
const DEADLINE: Duration = Duration::from_secs(15);
/// So long a connection is kept for the next delivery.
const IDLE: Duration = Duration::from_secs(30);
/// So much of an answer is read, in bytes, so that its connection can be used again. What it says, nobody looks at.
const LONGEST_ANSWER: usize = 4096;

/// What sends webhooks.
pub struct WebhookClient {
    /// Whether it may lead to this machine and to private networks.
    private_targets: bool,
    /// Made when it is first needed: most commands and many services have no webhooks.
    client: OnceLock<Client>,
}

impl WebhookClient {
    pub fn new(private_targets: bool) -> Self {
        Self { private_targets, client: OnceLock::new() }
    }

    /// Sends a delivery once. Errors: nobody answered, or nobody may be asked there.
    pub async fn send(&self, post: &Post) -> Result<Answer, Unreached> {
        outbound::admit(&post.url, self.private_targets).map_err(unreached)?;
        let request = self.client.get_or_init(|| client(self.private_targets)).post(post.url.clone());
        let request = request
            .header(CONTENT_TYPE, "application/json")
            .header(USER_AGENT, AGENT)
            .header("webhook-id", &post.id)
            .header("webhook-timestamp", post.timestamp)
            .header("webhook-signature", &post.signatures)
            .body(post.body.clone());
        let response = request.send().await.map_err(|error| unreached(outbound::obstacle(&error)))?;
        let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
        let retry_after = retry_after.and_then(RetryAfter::parse);
        let answer = Answer { status: response.status().as_u16(), retry_after };
        drain(response).await;
        Ok(answer)
    }
}

fn unreached(obstacle: Obstacle) -> Unreached {
    Unreached(obstacle.to_string())
}

fn client(private_targets: bool) -> Client {
    let builder = outbound::client(private_targets).timeout(DEADLINE).pool_idle_timeout(IDLE);
    builder.build().expect("these settings go together")
}

/// Reads a short answer to its end; a longer one ends its connection.
async fn drain(mut response: Response) {
    let mut read = 0;
    while let Ok(Some(chunk)) = response.chunk().await {
        read += chunk.len();
        if read > LONGEST_ANSWER {
            return;
        }
    }
}
