//! Who is asked for: users with known secrets, others in the copy of the database, sessions, an API key and challenges.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{BufWriter, Write},
    sync::Arc,
};

use data_encoding::{BASE32, BASE32_NOPAD, HEXLOWER};
use diesel::{
    Connection as _, PgConnection, QueryableByName, RunQueryDsl,
    connection::SimpleConnection,
    sql_query,
    sql_types::{Nullable, Text, Uuid as SqlUuid},
};
use nightlatch::{
    clock::{Clock, SystemClock},
    crypto::{
        keyring::Keyring,
        opaque_token::{OpaqueToken, TokenKind},
        passwords::Passwords,
    },
    domain::{
        challenge::{Challenge, LIFETIME, Method, Purpose},
        id::{OrganizationId, UserId},
        password::Password,
        session::FirstStep,
    },
    metrics::Metrics,
    random::{Random, SystemRandom},
    store::{Db, challenges},
};
use secrecy::SecretString;
use serde_json::json;
use uuid::Uuid;

use crate::{
    Outcome,
    client::{Connection, Response},
    codes::{Codes, current_step, secret, totp},
    crowd,
    installation::{ADMIN, Installation},
    operations::{bearing, plain},
    options::Options,
};

/// Everybody's.
pub const PASSWORD: &str = "correct horse battery staple";
/// So many calls a key may make in a minute, at most.
const CALLS_PER_MINUTE: u32 = 600_000;
const RECOVERY_CODES: usize = 10;

pub struct Population {
    pub organization: Uuid,
    /// By number.
    pub users: Vec<Uuid>,
    db: Db,
    url: String,
    keyring: Keyring,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = SqlUuid)]
    org_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

impl Population {
    pub fn make(installation: &Installation, options: &Options) -> Outcome<Self> {
        let &Options { users, cost, .. } = options;
        let file = installation.scratch.path().join("users.jsonl");
        write_users(&mut BufWriter::new(File::create(&file)?), users)?;
        let path = file.to_str().ok_or("a path that is no text")?;
        installation.run(&["import", "--from", "nightlatch", path], "", cost)?;
        installation.copy()?;
        copy_users(&installation.copy_url()?, users)?;
        let mut connection = installation.connect()?;
        let query = "SELECT org_id, id FROM users WHERE email LIKE 'user%' ORDER BY substr(split_part(email, '@', 1), 5)::int";
        let rows: Vec<Row> = sql_query(query).load(&mut connection)?;
        let keyring = Keyring::load(&installation.keyring())?;
        let metrics = Arc::new(Metrics::new(SystemClock.now()));
        let population = Self {
            organization: rows.first().ok_or("no users")?.org_id,
            users: rows.iter().map(|row| row.id).collect(),
            db: Db::new(&SecretString::from(installation.url.clone()), 1, true, metrics),
            url: installation.url.clone(),
            keyring,
        };
        population.give_passwords(&mut connection, cost)?;
        crowd::add_users(&mut connection, options.others)?;
        crowd::add_events(&mut connection, options.events)?;
        connection.batch_execute("VACUUM ANALYZE")?;
        connection.batch_execute("CHECKPOINT")?;
        Ok(population)
    }

    /// Everybody's password, hashed at that cost. A hash is nobody's in particular.
    pub fn give_passwords(&self, connection: &mut PgConnection, cost: u32) -> Outcome<()> {
        let password = Password::parse("password", PASSWORD).map_err(|_| "no password")?;
        let hashed =
            Passwords::new(cost, &SystemRandom).hash_alone(&self.keyring, &SystemRandom, &password)?;
        let statement = "UPDATE users SET password_hash = $1, password_kid = $2, password_changed_at = created_at \
                         WHERE email LIKE 'user%'";
        sql_query(statement)
            .bind::<Text, _>(hashed.hash)
            .bind::<Nullable<Text>, _>(hashed.kid)
            .execute(connection)?;
        Ok(())
    }

    /// Challenges as a right password opens them, without the time that its hash takes: each as its secret with its user.
    pub fn challenges(&self, codes: &mut Codes, count: usize) -> Outcome<Vec<(String, usize)>> {
        let (random, now): (&dyn Random, _) = (&SystemRandom, SystemClock.now());
        let organization = OrganizationId(self.organization);
        let chosen: Vec<usize> = (0..count).map_while(|_| codes.fresh()).collect();
        let issued = chosen.iter().map(|user| {
            let challenge = Challenge {
                id: random.id(now),
                user_id: UserId(self.users[*user]),
                purpose: Purpose::SignIn(FirstStep::Local),
                methods: BTreeSet::from([Method::Totp, Method::RecoveryCode]),
                cookie: false,
                failures: 0,
                expires_at: now + LIFETIME,
                finished: false,
            };
            (OpaqueToken::new(TokenKind::Challenge, organization, random), challenge)
        });
        let issued: Vec<_> = issued.collect();
        self.db.write(|tx| {
            issued.iter().try_for_each(|(token, challenge)| {
                challenges::insert(tx, organization, challenge, token.digest(&self.keyring))
            })
        })?;
        Ok(issued.iter().map(|(token, _)| token.reveal()).zip(chosen).collect())
    }

    /// Has the planner told how large the tables are.
    pub fn analyze(&self) -> Outcome<()> {
        Ok(PgConnection::establish(&self.url)?.batch_execute("ANALYZE")?)
    }
}

fn write_users(output: &mut impl Write, users: usize) -> Outcome<()> {
    for number in 0..users {
        let secret = secret(number);
        let recovery_codes: Vec<String> = (0..RECOVERY_CODES)
            .map(|code| HEXLOWER.encode(&[&secret[..8], &[u8::try_from(code).unwrap_or_default()]].concat()))
            .collect();
        let user = json!({
            "email": email(number),
            "displayName": format!("User {number}"),
            "authenticators": [{"name": "Phone", "secret": BASE32.encode(&secret)}],
            "recoveryCodes": recovery_codes,
        });
        writeln!(output, "{user}")?;
    }
    Ok(output.flush()?)
}

pub fn email(user: usize) -> String {
    format!("user{user}@example.org")
}

/// As many users again, in the copy: by their number their ids are known.
fn copy_users(url: &str, users: usize) -> Outcome<()> {
    let mut connection = PgConnection::establish(url)?;
    let id = "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    connection.batch_execute(&format!(
        "INSERT INTO users (org_id, id, email, display_name, epoch, created_at, language, email_codes, password_by_mail)
             SELECT o.id, {id}, 'limit' || n || '@example.org', 'Limit ' || n, 1, now(), 'en', false, false
             FROM organizations AS o, generate_series(1, {users}) AS n;
         INSERT INTO authenticators (org_id, user_id, id, name, algorithm, digits, period_seconds, sealed_secret, confirmed_at,
                 last_step, proved)
             SELECT a.org_id, {id}, {id}, a.name, a.algorithm, a.digits, a.period_seconds, a.sealed_secret, a.confirmed_at, 0, true
             FROM (SELECT * FROM authenticators LIMIT 1) AS a, generate_series(1, {users}) AS n"
    ))?;
    Ok(connection.batch_execute("VACUUM ANALYZE")?)
}

/// What an administrator's key lets do, and who has signed in.
#[derive(Clone)]
pub struct Credentials {
    pub api_key: String,
    pub sessions: Vec<Session>,
}

#[derive(Clone)]
pub struct Session {
    pub access_token: String,
    pub refresh_token: String,
}

impl Session {
    pub fn of(response: &Response) -> Outcome<Self> {
        let text = |name: &str| response.text(name).map(str::to_owned).ok_or_else(|| format!("no {name}"));
        Ok(Self { access_token: text("accessToken")?, refresh_token: text("refreshToken")? })
    }
}

/// Signs the administrator in with an authenticator, which those need who make keys, and makes one.
pub async fn make_key(connection: &mut Connection, password: &str) -> Outcome<String> {
    let login = json!({"email": ADMIN, "password": password}).to_string();
    let token = posted(connection, &plain("/v1/auth/login", &login), "accessToken").await?;
    let begun = bearing("POST", "/v1/me/authenticators", &token, Some(r#"{"name":"Phone"}"#));
    let response = connection.send(&begun).await?;
    let text = |name: &str| {
        response.text(name).map(str::to_owned).ok_or_else(|| format!("no {name}: {}", response.body))
    };
    let (id, secret) = (text("id")?, BASE32_NOPAD.decode(text("secret")?.as_bytes())?);
    let step = current_step();
    let proof = json!({"code": totp(&secret, step)}).to_string();
    let confirm = bearing("POST", &format!("/v1/me/authenticators/{id}/confirm"), &token, Some(&proof));
    posted(connection, &confirm, "accessToken").await?;
    let challenge = posted(connection, &plain("/v1/auth/login", &login), "challengeId").await?;
    // A code counts once: this takes the next one early.
    let proof = json!({"method": "totp", "code": totp(&secret, step + 1)}).to_string();
    let token =
        posted(connection, &plain(&format!("/v1/auth/challenges/{challenge}/verify"), &proof), "accessToken")
            .await?;
    let key = json!({"name": "Load", "scopes": ["verify", "users.read"], "callsPerMinute": CALLS_PER_MINUTE})
        .to_string();
    posted(connection, &bearing("POST", "/v1/api-keys", &token, Some(&key)), "key").await
}

/// Sends a request and gives a string of its answer. Errors: there is none.
async fn posted(connection: &mut Connection, request: &str, name: &str) -> Outcome<String> {
    let response = connection.send(request).await?;
    let text = response.text(name).map(str::to_owned);
    text.ok_or_else(|| format!("{} {}", response.status, response.body).into())
}
