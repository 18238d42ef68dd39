//! `nightlatch dev`: everything on this machine, with one command.

use std::path::{Path, PathBuf};

use clap::Args;
use nightlatch::{
    config::{self, Environment},
    dev::{self, Credentials},
    keyring_watch, telemetry,
};
use serde_json::json;
use url::Url;

use super::{
    Failed, output,
    server::{Listeners, Runner},
};

#[derive(Args)]
pub struct Options {
    /// Folder that keeps the database, the keys and the credentials; deleting it starts afresh
    #[arg(long, value_name = "DIR", default_value = ".nightlatch")]
    data_dir: PathBuf,
    /// Port on localhost
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    port: u16,
    /// Port on localhost that shows metrics
    #[arg(long, value_name = "PORT")]
    metrics_port: Option<u16>,
    /// Where the pages are, if another host serves them
    #[arg(long, value_name = "URL")]
    pages_url: Option<Url>,
    /// Print one line of JSON when ready: url, email, password
    #[arg(long)]
    json: bool,
}

/// Serves until a signal comes, then stops the database, too. Errors: what [`dev::set`] refuses.
pub fn run(environment: &Environment, options: &Options) -> Result<(), Failed> {
    telemetry::start(config::read_log_filter(environment)?);
    // First, so that no signal leaves a database behind.
    let runner = Runner::new()?;
    let stage = dev::set(&options.data_dir, options.port, options.metrics_port, options.pages_url.clone());
    let dev::Stage { app, keyring, listener, metrics, url, credentials, has_page, cluster } =
        stage.map_err(Failed::because)?;
    let text = if options.json {
        json!({"url": origin(&url), "email": credentials.email, "password": credentials.password}).to_string()
    } else {
        welcome(&url, &credentials, has_page, &options.data_dir)
    };
    let ready = |app| {
        keyring_watch::start(app, keyring).map_err(Failed::because)?;
        output::print(&text)
    };
    let served = runner.run(app, Listeners { public: listener, metrics }, ready);
    cluster.stop().map_err(Failed::because)?;
    served
}

fn origin(url: &Url) -> &str {
    url.as_str().trim_end_matches('/')
}

fn welcome(url: &Url, credentials: &Credentials, has_page: bool, data_dir: &Path) -> String {
    let (url, mail, data_dir) = (origin(url), data_dir.join(dev::MAIL_FOLDER), data_dir.display());
    let mail = mail.display();
    let Credentials { email, password } = credentials;
    let page =
        if has_page { "" } else { "\n  There is no page yet: `make run` builds it. The API is complete.\n" };
    format!(
        "
Nightlatch is ready.

  Open       {url}
  Email      {email}
  Password   {password}   (until you change it)
{page}
  Mail       {mail}: what it sends
  API        {url}/docs
  Data       {data_dir}; delete this folder to start afresh

Ctrl-C stops it; the data stays.
"
    )
}
