//! Clocks that are off: a little is forgiven, more is not.

use super::{
    Found, Stage,
    stand_ins::answer_call,
    target::{Obstacle, Reply},
};

/// Signs in by codes of the steps around this one: first by those that are too far off, then by those that are not, the
/// oldest first, since none counts that is older than one that was accepted.
pub fn skew(stage: &Stage) -> Found {
    let (target, who, skew) = (stage.target, &stage.people[3], stage.steps.skew);
    let good: Vec<i64> = (-skew..=skew).collect();
    let challenges = good.iter().map(|_| who.challenge(target, "totp")).collect::<Result<Vec<_>, _>>()?;
    let step = stage.steps.lasting();
    let mut wrong = Vec::new();
    for off in [-skew - 1, skew + 1] {
        let reply = target.send(&answer_call(&challenges[0], "totp", &who.code(step + off)))?;
        if was_accepted(&reply)? {
            wrong.push(format!("a code {} was accepted", words(off)));
        }
    }
    for (off, challenge) in good.iter().zip(&challenges) {
        let reply = target.send(&answer_call(challenge, "totp", &who.code(step + off)))?;
        if !was_accepted(&reply)? {
            wrong.push(format!("a code {} was refused", words(*off)));
        }
    }
    if !stage.steps.is_at(step) {
        return Err(Obstacle("the service was too slow: a step of 30 seconds went by meanwhile".to_owned()));
    }
    let told = match skew {
        0 => "By the policy the code of this moment counts alone, and so it was.".to_owned(),
        steps => {
            format!("Codes up to {steps} of 30 seconds off were accepted, and those of one more refused.")
        }
    };
    Ok(if wrong.is_empty() { (true, told) } else { (false, capitalized(&wrong.join(", "))) })
}

fn was_accepted(reply: &Reply) -> Result<bool, Obstacle> {
    match reply.status {
        200 => Ok(true),
        401 | 410 => Ok(false),
        _ => Err(reply.unexpected()),
    }
}

fn words(off: i64) -> String {
    match off {
        0 => "of this moment".to_owned(),
        off if off < 0 => format!("{} seconds old", -off * 30),
        off => format!("{} seconds early", off * 30),
    }
}

fn capitalized(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", characters.as_str())
}
