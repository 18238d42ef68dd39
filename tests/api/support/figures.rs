//! What Prometheus reads, as it understands it.

use std::collections::BTreeSet;

use reqwest::{Client, header::CONTENT_TYPE};

/// One exposition.
pub struct Figures(pub String);

impl Figures {
    pub async fn read(client: &Client, base: &str) -> Self {
        let answer = client.get(format!("{base}/metrics")).send().await.expect("an answer");
        assert_eq!(answer.status(), 200);
        assert!(
            answer.headers()[CONTENT_TYPE]
                .to_str()
                .unwrap()
                .starts_with("application/openmetrics-text; version=1.0.0")
        );
        let text = answer.text().await.expect("text");
        assert!(text.ends_with("# EOF\n"), "it is complete");
        Self(text)
    }

    /// The value of a series, as `name{label="value"}`; none where nothing was ever counted there.
    pub fn find(&self, series: &str) -> Option<f64> {
        let mut values =
            self.0.lines().filter_map(|line| line.strip_prefix(series)?.strip_prefix(' ')?.parse().ok());
        let found = values.next();
        assert_eq!(values.next(), None, "{series} is there twice");
        found
    }

    #[track_caller]
    pub fn value(&self, series: &str) -> f64 {
        self.find(series).unwrap_or_else(|| panic!("no {series} in\n{}", self.0))
    }

    /// The metrics with their types, whether anything was counted there or not.
    pub fn metrics(&self) -> Vec<(&str, &str)> {
        self.0.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split_once(' ')).collect()
    }

    /// The names that queries know them by.
    pub fn names(&self) -> BTreeSet<String> {
        let names = self.metrics().into_iter().flat_map(|(name, kind)| {
            let endings: &[&str] = match kind {
                "counter" => &["_total"],
                "histogram" => &["_bucket", "_count", "_sum"],
                "info" => &["_info"],
                _ => &[""],
            };
            endings.iter().map(move |ending| format!("{name}{ending}"))
        });
        names.collect()
    }
}
