//! What works once: a code, a recovery code, a challenge.

use serde_json::json;

use super::{
    Found, Stage,
    stand_ins::answer_call,
    target::{Call, Obstacle, Reply},
};

/// So many challenges are open at once for one recovery code: each takes five answers.
const CHALLENGES: usize = 6;

/// Signs in by a code, and once more, and steps up by it.
pub fn replay(stage: &Stage) -> Found {
    let (target, who) = (stage.target, &stage.people[0]);
    let [first, second] = [who.challenge(target, "totp")?, who.challenge(target, "totp")?];
    let code = who.code(stage.steps.current());
    let signed_in = target.send(&answer_call(&first, "totp", &code))?;
    if !was_let_in(&signed_in)? {
        return Err(signed_in.unexpected());
    }
    let token = signed_in.text("/session/accessToken")?;
    let step_up = target.send(&Call::post("/v1/auth/step-up", &json!({})).bearer(&token))?;
    let third = step_up.text("/challengeId")?;
    let places = [("a second sign-in", &second), ("a step-up", &third), ("the same sign-in", &first)];
    let mut accepted = Vec::new();
    for (place, challenge) in places {
        let again = target.send(&answer_call(challenge, "totp", &code))?;
        if was_let_in(&again)? {
            accepted.push(place);
        }
    }
    Ok(if accepted.is_empty() {
        (true, "It was refused at a second sign-in, at a step-up, and at the same sign-in again.".to_owned())
    } else {
        (false, format!("A used code was accepted at {}.", accepted.join(", and at ")))
    })
}

/// Uses a recovery code in several sign-ins at the same moment.
pub fn recovery_code(stage: &Stage) -> Found {
    let (target, who) = (stage.target, &stage.people[1]);
    let challenges = (0..CHALLENGES).map(|_| who.challenge(target, "recoveryCode"));
    let challenges = challenges.collect::<Result<Vec<_>, _>>()?;
    let code = &who.recovery_codes[0];
    let nth = |number: usize| answer_call(&challenges[number % CHALLENGES], "recoveryCode", code);
    let answers: Vec<Call> = (0..stage.parallel()).map(nth).collect();
    let replies = target.send_at_once(&answers)?;
    let again = who.challenge(target, "recoveryCode")?;
    let later = was_let_in(&target.send(&answer_call(&again, "recoveryCode", code))?)?;
    let (once, happened) = counted(&replies)?;
    let and_later =
        if later { " It was accepted afterwards once more." } else { " It was refused afterwards." };
    Ok((once && !later, happened + and_later))
}

/// Answers one challenge with several right answers at the same moment.
pub fn challenge(stage: &Stage) -> Found {
    let (target, who) = (stage.target, &stage.people[2]);
    let challenge = who.challenge(target, "recoveryCode")?;
    let answers = who.recovery_codes.iter().take(stage.parallel());
    let answers = answers.map(|code| answer_call(&challenge, "recoveryCode", code));
    counted(&target.send_at_once(&answers.collect::<Vec<_>>())?)
}

fn counted(replies: &[Reply]) -> Found {
    let mut accepted = 0;
    for reply in replies {
        accepted += usize::from(was_let_in(reply)?);
    }
    if accepted == 0 {
        return Err(Obstacle(format!("of {} right answers none was accepted", replies.len())));
    }
    Ok((accepted == 1, format!("Of {} at the same moment, {accepted} let somebody in.", replies.len())))
}

/// Whether an answer opened a session. Errors: it neither did nor was refused.
fn was_let_in(reply: &Reply) -> Result<bool, Obstacle> {
    match reply.status {
        200 => Ok(true),
        401 | 410 | 429 => Ok(false),
        _ => Err(reply.unexpected()),
    }
}

impl Stage<'_> {
    fn parallel(&self) -> usize {
        self.options.parallel.into()
    }
}
