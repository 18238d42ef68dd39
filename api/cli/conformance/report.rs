//! The report: what was tried, what happened, and whether that is as it has to be.

use std::fmt::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::json;

use crate::cli::Failed;

/// A promise, and what is tried to break it.
#[derive(Clone, Copy)]
pub enum Check {
    Replay,
    RecoveryCode,
    Challenge,
    Skew,
    Enumeration,
    Timing,
}

impl Check {
    pub const ALL: [Self; 6] =
        [Self::Replay, Self::RecoveryCode, Self::Challenge, Self::Skew, Self::Enumeration, Self::Timing];

    fn name(self) -> &'static str {
        match self {
            Self::Replay => "replay",
            Self::RecoveryCode => "recoveryCode",
            Self::Challenge => "challenge",
            Self::Skew => "skew",
            Self::Enumeration => "enumeration",
            Self::Timing => "timing",
        }
    }

    fn promise(self) -> &'static str {
        match self {
            Self::Replay => "A code from an authenticator works once",
            Self::RecoveryCode => "A recovery code works once, however many use it at the same moment",
            Self::Challenge => "A sign-in is finished once, however many finish it at the same moment",
            Self::Skew => "A clock that is a little off is forgiven, and no more than that",
            Self::Enumeration => "No answer tells who has an account",
            Self::Timing => "Nor does the time that an answer takes",
        }
    }

    fn tried(self) -> &'static str {
        match self {
            Self::Replay => "Somebody signed in by a code, and the same code was typed again elsewhere.",
            Self::RecoveryCode => {
                "One recovery code was sent to several sign-ins at once, and once more afterwards."
            }
            Self::Challenge => {
                "One sign-in was sent several right answers at once, each a recovery code of its own."
            }
            Self::Skew => "Somebody signed in by the codes of the moments around this one.",
            Self::Enumeration => "A user and nobody signed in by a wrong password, and forgot theirs.",
            Self::Timing => "A user and nobody signed in by wrong passwords, by turns, and were timed.",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Passed,
    Failed,
    Unchecked,
}

impl Outcome {
    fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Unchecked => "unchecked",
        }
    }
}

pub struct Finding {
    pub check: Check,
    pub outcome: Outcome,
    /// Or what stood in the way.
    pub happened: String,
}

pub struct Report<'a> {
    pub url: &'a str,
    pub begun_at: DateTime<Utc>,
    pub findings: Vec<Finding>,
    /// Users that were made for it, and how many of them are suspended now.
    pub made: usize,
    pub suspended: usize,
}

impl Report<'_> {
    fn count(&self, outcome: Outcome) -> usize {
        self.findings.iter().filter(|finding| finding.outcome == outcome).count()
    }

    fn time(&self) -> String {
        self.begun_at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// For people.
    pub fn words(&self) -> String {
        let mut text = format!("Nightlatch at {}, checked at {}\n", self.url, self.time());
        for Finding { check, outcome, happened } in &self.findings {
            let (outcome, promise, tried) = (outcome.name().to_uppercase(), check.promise(), check.tried());
            // Writing to a text does not fail.
            write!(text, "\n{outcome:<10} {promise}\n{:<10} {tried}\n{:<10} {happened}\n", "", "").ok();
        }
        let [passed, failed, unchecked] =
            [Outcome::Passed, Outcome::Failed, Outcome::Unchecked].map(|outcome| self.count(outcome));
        let (made, suspended) = (self.made, self.suspended);
        let checks = self.findings.len();
        write!(
            text,
            "\nOf {checks} checks {passed} passed, {failed} failed, {unchecked} could not be made. \
             {made} users were made for them, of whom {suspended} are suspended now."
        )
        .ok();
        text
    }

    /// For machines: one line.
    pub fn json(&self) -> String {
        let check = |Finding { check, outcome, happened }: &Finding| {
            json!({
                "check": check.name(), "promise": check.promise(), "tried": check.tried(),
                "outcome": outcome.name(), "happened": happened,
            })
        };
        let checks: Vec<_> = self.findings.iter().map(check).collect();
        json!({
            "url": self.url, "checkedAt": self.time(), "checks": checks,
            "passed": self.count(Outcome::Passed), "failed": self.count(Outcome::Failed),
            "unchecked": self.count(Outcome::Unchecked), "usersMade": self.made, "usersSuspended": self.suspended,
        })
        .to_string()
    }

    /// Errors: a check failed, or could not be made, or users are left that can sign in.
    pub fn verdict(&self) -> Result<(), Failed> {
        let (failed, unchecked) = (self.count(Outcome::Failed), self.count(Outcome::Unchecked));
        let left = self.made - self.suspended;
        if failed > 0 {
            Err(Failed::because(format!("{failed} checks failed")))
        } else if unchecked > 0 {
            Err(Failed::Away(format!("{unchecked} checks could not be made")))
        } else if left > 0 {
            Err(Failed::Away(format!("{left} users that were made for it are not suspended")))
        } else {
            Ok(())
        }
    }
}
