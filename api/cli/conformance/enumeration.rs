//! Who has an account: whether an answer tells, by what it says or by the time that it takes.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use serde_json::{Value, json};

use super::{
    Found, Stage,
    stand_ins::login_call,
    target::{Call, Obstacle, Reply},
};

/// Compares what is answered about a user and about nobody, at a sign-in and where a password was forgotten.
pub fn enumeration(stage: &Stage) -> Found {
    let known = &stage.people[4];
    let forgot = |email: &str| Call::post("/v1/auth/password/forgot", &json!({"email": email}));
    let places = [
        ("a sign-in by a wrong password", known.login_call(false), login_call(&nobody(stage), "a wrong one")),
        ("a forgotten password", forgot(&known.email), forgot(&nobody(stage))),
    ];
    let mut told = Vec::new();
    for (place, known, unknown) in places {
        // Nobody asks twice: what differs then is each answer's own, be it the service's or a proxy's.
        let nobody = [stage.target.send(&unknown)?, stage.target.send(&unknown)?];
        let known = stage.target.send(&known)?;
        if known.status == 429 || known.status >= 500 {
            return Err(known.unexpected());
        }
        told.extend(differences(&known, &nobody).into_iter().map(|what| format!("{what} at {place}")));
    }
    Ok(if told.is_empty() {
        (true, "Status, headers and body were the same for a user and for nobody.".to_owned())
    } else {
        (false, format!("Users are told from nobody by {}.", told.join(", and by ")))
    })
}

fn nobody(stage: &Stage) -> String {
    stage.people[4].email.replace("conformance-", "conformance-nobody-")
}

fn differences(known: &Reply, [nobody, again]: &[Reply; 2]) -> Vec<&'static str> {
    let names = nobody.headers.keys();
    let own: BTreeSet<&String> =
        names.filter(|name| nobody.headers.get(*name) != again.headers.get(*name)).collect();
    let lasting = |reply: &Reply| -> BTreeMap<String, String> {
        let headers = reply.headers.clone().into_iter();
        headers.filter(|(name, _)| name != "date" && !own.contains(name)).collect()
    };
    [
        ("the status", known.status != nobody.status),
        ("the headers", lasting(known) != lasting(nobody)),
        ("the body", lasting_body(known) != lasting_body(nobody)),
    ]
    .into_iter()
    .filter_map(|(what, differs)| differs.then_some(what))
    .collect()
}

fn lasting_body(reply: &Reply) -> Value {
    let mut body = reply.body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("instance");
    }
    body
}

/// Times sign-ins by a wrong password, of a user and of nobody.
pub fn timing(stage: &Stage) -> Found {
    let [known, nobody] = measured(stage)?.map(Times::of);
    let bound = Duration::from_millis(stage.options.timing_bound.into());
    let difference = known.median.abs_diff(nobody.median);
    let spread = known.spread.max(nobody.spread);
    let happened = format!(
        "Medians of {} sign-ins each: {} ms for a user, {} ms for nobody. They differ by {} ms, and {} are allowed; half of \
         the times lie within {} ms.",
        stage.options.pairs,
        millis(known.median),
        millis(nobody.median),
        millis(difference),
        bound.as_millis(),
        millis(spread)
    );
    if difference > bound && difference <= spread {
        return Err(Obstacle(format!(
            "{happened} So this may be chance: try again while the service is less busy."
        )));
    }
    Ok((difference <= bound, happened))
}

/// How long sign-ins took, of a user and of nobody by turns.
fn measured(stage: &Stage) -> Result<[Vec<Duration>; 2], Obstacle> {
    let (target, known) = (stage.target, &stage.people[4]);
    // The first sign-in after an import takes longer: the hash is made anew.
    let first = target.send(&known.login_call(true))?;
    if first.status != 200 && first.status != 401 {
        return Err(first.unexpected());
    }
    let calls = [known.login_call(false), login_call(&nobody(stage), "a password that is nobody's")];
    let mut times = [Vec::new(), Vec::new()];
    for number in 0..usize::from(stage.options.pairs) * 2 {
        // Nobody first in every other pair.
        let who = (number + number / 2) % 2;
        let reply = target.send(&calls[who])?;
        if reply.status != 401 {
            return Err(reply.unexpected());
        }
        times[who].push(reply.took);
    }
    Ok(times)
}

/// What is to be known of many times.
struct Times {
    median: Duration,
    /// Within which the half of them lies that is nearest to the median.
    spread: Duration,
}

impl Times {
    fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        let at = |part: usize| times.get(times.len() * part / 4).copied().unwrap_or_default();
        Self { median: at(2), spread: at(3).saturating_sub(at(1)) }
    }
}

fn millis(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_slow_answers_move_neither_median_nor_spread() {
        let times = [9, 10, 10, 11, 12, 12, 13, 900].map(Duration::from_millis);
        let Times { median, spread } = Times::of(times.into());
        assert_eq!((median.as_millis(), spread.as_millis()), (12, 3));
    }
}
