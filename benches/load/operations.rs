//! What is asked of the service, and what has to be answered.

use std::{cell::RefCell, net::SocketAddr, rc::Rc};

use serde_json::json;
use uuid::Uuid;

use crate::{
    Outcome,
    client::{Connection, Response},
    codes::Codes,
    population::{Credentials, PASSWORD, Session, email},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Another service asks whether a code is a user's own.
    Verify,
    /// The second step of a login, which begins a session.
    Challenge,
    /// Both steps.
    Login,
    /// The first one alone.
    Password,
    /// The cheapest question that a session is checked for.
    Check,
    Refresh,
    /// A page of the administrators' list.
    List,
    Health,
    /// Of the bare server.
    Hello,
}

impl Operation {
    pub fn name(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Challenge => "challenge",
            Self::Login => "login",
            Self::Password => "password step",
            Self::Check => "session check",
            Self::Refresh => "refresh",
            Self::List => "users list",
            Self::Health => "health",
            Self::Hello => "hello",
        }
    }

    pub fn takes_codes(self) -> bool {
        matches!(self, Self::Verify | Self::Challenge | Self::Login)
    }
}

/// What the clients share.
pub struct Stage {
    pub address: SocketAddr,
    pub users: Vec<Uuid>,
    pub codes: RefCell<Codes>,
    /// Open challenges, each as its secret with its user.
    pub challenges: RefCell<Vec<(String, usize)>>,
    pub credentials: RefCell<Credentials>,
}

impl Stage {
    /// A challenge whose user has a code left, with that code.
    fn next_challenge(&self) -> Option<(String, String)> {
        let mut challenges = self.challenges.borrow_mut();
        loop {
            let (challenge, user) = challenges.pop()?;
            if let Some(code) = self.codes.borrow_mut().take_of(user) {
                return Some((challenge, code));
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Right,
    /// 429 or 503, with a time to come back.
    Refused,
    /// Nothing was asked: what it takes is used up.
    NothingLeft,
}

/// One client on its own connection.
pub struct Client {
    number: usize,
    connection: Connection,
    stage: Rc<Stage>,
}

impl Client {
    pub async fn new(stage: &Rc<Stage>, number: usize) -> Outcome<Self> {
        Ok(Self { number, connection: Connection::open(stage.address).await?, stage: Rc::clone(stage) })
    }

    /// Asks once. Errors: an answer that is neither right nor a refusal.
    pub async fn ask(&mut self, operation: Operation) -> Outcome<Answer> {
        match operation {
            Operation::Verify => self.verify().await,
            Operation::Challenge => {
                let Some((challenge, code)) = self.stage.next_challenge() else {
                    return Ok(Answer::NothingLeft);
                };
                judge(&self.connection.send(&proof(&challenge, &code)).await?, is_session)
            }
            Operation::Login => self.log_in().await,
            Operation::Password => {
                let Some(user) = self.stage.codes.borrow_mut().fresh() else {
                    return Ok(Answer::NothingLeft);
                };
                judge(&self.connection.send(&login(user)).await?, |response| {
                    response.text("challengeId").is_some()
                })
            }
            Operation::Check => {
                let request = bearing("GET", "/v1/me/session", &self.session().access_token, None);
                judge(&self.connection.send(&request).await?, |response| response.text("id").is_some())
            }
            Operation::Refresh => self.refresh().await,
            Operation::List => {
                let request = bearing("GET", "/v1/users?limit=50", &self.api_key(), None);
                judge(&self.connection.send(&request).await?, |response| response.text("email").is_some())
            }
            Operation::Health => {
                let request = "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n";
                judge(&self.connection.send(request).await?, |_| true)
            }
            Operation::Hello => {
                let request = "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n";
                judge(&self.connection.send(request).await?, |response| response.body == "hello")
            }
        }
    }

    async fn verify(&mut self) -> Outcome<Answer> {
        let taken = self.stage.codes.borrow_mut().take();
        let Some((user, code)) = taken else { return Ok(Answer::NothingLeft) };
        let body = format!(r#"{{"userId":"{}","code":"{code}"}}"#, self.stage.users[user]);
        let request = bearing("POST", "/v1/verify", &self.api_key(), Some(&body));
        judge(&self.connection.send(&request).await?, |response| {
            response.body.starts_with(r#"{"valid":true"#)
        })
    }

    async fn log_in(&mut self) -> Outcome<Answer> {
        let Some(user) = self.stage.codes.borrow_mut().fresh() else { return Ok(Answer::NothingLeft) };
        let response = self.connection.send(&login(user)).await?;
        let Some(challenge) = response.text("challengeId").map(str::to_owned) else {
            return judge(&response, |_| false);
        };
        let code = self.stage.codes.borrow_mut().take_of(user);
        let Some(code) = code else { return Ok(Answer::NothingLeft) };
        judge(&self.connection.send(&proof(&challenge, &code)).await?, is_session)
    }

    /// Signs in as the next user, for the session.
    pub async fn begin_session(&mut self) -> Outcome<Session> {
        let user = self.stage.codes.borrow_mut().fresh().ok_or("no codes are left")?;
        let response = self.connection.send(&login(user)).await?;
        let challenge =
            response.text("challengeId").map(str::to_owned).ok_or_else(|| response.body.to_owned())?;
        let code = self.stage.codes.borrow_mut().take_of(user).ok_or("no codes are left")?;
        Session::of(&self.connection.send(&proof(&challenge, &code)).await?)
    }

    /// Each client has its own session: a token is good for one refresh.
    pub async fn refresh(&mut self) -> Outcome<Answer> {
        let body = json!({"refreshToken": self.session().refresh_token}).to_string();
        let response = self.connection.send(&plain("/v1/auth/refresh", &body)).await?;
        let answer = judge(&response, |response| response.text("refreshToken").is_some())?;
        if answer == Answer::Right {
            let session = Session::of(&response)?;
            self.stage.credentials.borrow_mut().sessions[self.number] = session;
        }
        Ok(answer)
    }

    fn session(&self) -> Session {
        self.stage.credentials.borrow().sessions[self.number].clone()
    }

    fn api_key(&self) -> String {
        self.stage.credentials.borrow().api_key.clone()
    }
}

fn login(user: usize) -> String {
    plain("/v1/auth/login", &json!({"email": email(user), "password": PASSWORD}).to_string())
}

fn proof(challenge: &str, code: &str) -> String {
    let body = format!(r#"{{"method":"totp","code":"{code}"}}"#);
    plain(&format!("/v1/auth/challenges/{challenge}/verify"), &body)
}

fn is_session(response: &Response) -> bool {
    response.text("accessToken").is_some()
}

/// A request with a body, by nobody in particular.
pub fn plain(path: &str, body: &str) -> String {
    request("POST", path, "", Some(body))
}

/// A request of whoever holds that token or key.
pub fn bearing(method: &str, path: &str, token: &str, body: Option<&str>) -> String {
    request(method, path, &format!("authorization: Bearer {token}\r\n"), body)
}

fn request(method: &str, path: &str, headers: &str, body: Option<&str>) -> String {
    let content = body.map_or_else(String::new, |body| {
        format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len())
    });
    format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\n{headers}{content}\r\n{}",
        body.unwrap_or_default()
    )
}

fn judge(response: &Response, is_right: impl Fn(&Response) -> bool) -> Outcome<Answer> {
    match response.status {
        200 if is_right(response) => Ok(Answer::Right),
        429 | 503 if response.header("retry-after").is_some() => Ok(Answer::Refused),
        status => Err(format!("an answer that was not expected: {status} {}", response.body).into()),
    }
}
