//! Cryptography: the key ring and everything that is sealed, digested, hashed or signed with it.

pub mod access_token;
pub mod api_key_secret;
pub mod digest;
pub mod digest_keys;
mod hashing_threads;
pub mod key_rotation;
pub mod keyring;
mod keyring_document;
pub mod keyring_file;
pub mod opaque_token;
pub mod passkeys;
pub mod passwords;
pub mod receipt;
pub mod resealing;
pub mod sealed_file;
pub mod sealer;
pub mod seals;
pub mod webhook_secret;
