//! Housekeeping with many rows to forget: what others notice of it, and how fast it goes.

use std::{
    rc::Rc,
    time::{Duration, Instant},
};

use diesel::{
    PgConnection, QueryableByName, RunQueryDsl, connection::SimpleConnection, sql_query, sql_types::BigInt,
};
use tokio::time::sleep;

use crate::{
    Outcome,
    neighbours::{Neighbours, Quiet},
    operations::Stage,
};

/// Challenges that have ended: enough to last.
const ENDED: u32 = 1_000_000;
/// Those of the measurements before are among them.
const EXPIRED: &str = "challenges WHERE expires_at <= now()";
/// By then a round has begun, of which there is one in ten minutes.
const PATIENCE: Duration = Duration::from_secs(150);
const LOOK: Duration = Duration::from_millis(50);

pub struct Housekeeping {
    pub neighbours: Neighbours,
    /// In so many seconds.
    pub forgotten: i64,
    /// After that. Where that is 0, it was quiet again before the end.
    pub left: i64,
    pub seconds: f64,
}

pub async fn measure(
    stage: &Rc<Stage>,
    connection: &mut PgConnection,
    seconds: f64,
) -> Outcome<Housekeeping> {
    let quiet = Quiet::measure(stage, seconds).await?;
    connection.batch_execute(&format!(
        "INSERT INTO challenges (org_id, digest, id, user_id, methods, cookie, failures, expires_at) \
         SELECT u.org_id, sha256(int4send(n)), gen_random_uuid(), u.id, '{{totp}}', false, 0, now() - interval '1 minute' \
         FROM generate_series(1, {ENDED}) AS n JOIN (SELECT org_id, id, row_number() OVER () AS place FROM users) AS u \
         ON u.place = 1 + n % (SELECT count(*) FROM users);
         ANALYZE;
         CHECKPOINT;
         DELETE FROM turns WHERE task = 'housekeeping'"
    ))?;
    let before = count(connection, EXPIRED)?;
    let begun = Instant::now();
    while count(connection, "turns WHERE task = 'housekeeping'")? == 0 {
        if begun.elapsed() > PATIENCE {
            return Err("housekeeping did not begin".into());
        }
        sleep(LOOK).await;
    }
    let seconds = quiet.seconds;
    let (neighbours, ()) = quiet.beside(std::future::ready(Ok(()))).await?;
    let left = count(connection, EXPIRED)?;
    Ok(Housekeeping { neighbours, forgotten: before - left, left, seconds })
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

fn count(connection: &mut PgConnection, of: &str) -> Outcome<i64> {
    let counted: Counted = sql_query(format!("SELECT count(*) AS rows FROM {of}")).get_result(connection)?;
    Ok(counted.rows)
}
