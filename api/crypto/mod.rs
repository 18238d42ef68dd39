//! Cryptography: the key ring and everything that is sealed, digested, hashed or signed with it.

pub mod access_token;
pub mod api_key_secret;
pub mod digest;
pub mod keyring;
pub mod opaque_token;
pub mod passwords;
pub mod receipt;
pub mod sealer;
pub mod webhook_secret;
