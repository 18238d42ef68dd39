//! Documents in JSON, as the database sent them. The rows of a join repeat what is read of the first one alone, and it is read
//! into what it is, without a tree of values in between.

use diesel::{
    deserialize::{self, FromSql, FromSqlRow},
    pg::{Pg, PgValue},
    sql_types::Jsonb,
};
use serde::de::DeserializeOwned;

use crate::error::Fault;

/// The only version of JSONB that is sent, in front of its text (`jsonb_send`).
const VERSION: u8 = 1;

#[derive(FromSqlRow)]
pub(super) struct Document(Vec<u8>);

impl FromSql<Jsonb, Pg> for Document {
    fn from_sql(sent: PgValue<'_>) -> deserialize::Result<Self> {
        match sent.as_bytes().split_first() {
            Some((&VERSION, text)) => Ok(Self(text.to_owned())),
            _ => Err("JSONB of a version that is not known".into()),
        }
    }
}

impl Document {
    /// Errors: nothing that the program has written.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        serde_json::from_slice(&self.0).map_err(Fault::internal)
    }
}
