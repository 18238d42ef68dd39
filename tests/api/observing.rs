//! What operators are given to watch the service with: every name in it is one that the service really tells.

use std::collections::BTreeSet;

use nightlatch::background;
use serde_json::Value;
use yaml_rust2::{Yaml, YamlLoader};

use crate::support::{app::TestApp, figures::Figures, schema::committed};

const GUIDE: &str = "docs/operations/observe.md";

/// The names of metrics that a query or a guide mentions.
fn mentioned(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != ':');
    let names =
        words.filter(|word| ["nightlatch_", "process_"].iter().any(|prefix| word.starts_with(prefix)));
    names.map(str::to_owned).collect()
}

/// Of a service in which everything has happened that makes a series.
async fn figures() -> Figures {
    let app = TestApp::measured();
    app.anonymous("GET", "/healthz").send().await.ok();
    background::measure(&app.service()).await;
    app.scrape().await
}

/// The values that a query asks of a label for.
fn values<'a>(query: &'a str, label: &str) -> Vec<&'a str> {
    let label = format!("{label}=");
    let asked: Vec<&str> = query.split(label.as_str()).skip(1).collect();
    let values = asked
        .into_iter()
        .filter_map(|rest| rest.trim_start_matches('~').strip_prefix('"')?.split('"').next());
    values.flat_map(|values| values.split('|')).filter(|value| !value.contains(['*', '$'])).collect()
}

/// Asserts that a query asks for what the service tells.
#[track_caller]
fn assert_answerable(query: &str, figures: &Figures) {
    let unknown: Vec<String> = mentioned(query).difference(&figures.names()).cloned().collect();
    assert_eq!(unknown, Vec::<String>::new(), "{query}");
    for label in ["action", "decision", "limit", "outcome", "queue", "result", "status"] {
        for value in values(query, label) {
            assert!(figures.0.contains(&format!("{label}=\"{value}\"")), "no {label} is {value}: {query}");
        }
    }
    let (document, background) = (committed("openapi/openapi.json"), committed("api/background.rs"));
    for (label, source) in [("operation", document), ("work", background)] {
        for value in values(query, label) {
            assert!(source.contains(&format!("\"{value}\"")), "no {label} is {value}: {query}");
        }
    }
}

#[test]
fn values_are_read_out_of_a_query() {
    let query =
        "sum(x{work=~\"a|b c\",outcome=\"d\"}) / y{work=\"e\",instance=~\"$instance\",action=~\"login.*\"}";
    assert_eq!(values(query, "work"), ["a", "b c", "e"]);
    assert_eq!((values(query, "outcome"), values(query, "instance")), (vec!["d"], vec![]));
    assert_eq!(values(query, "action"), Vec::<&str>::new());
}

/// The rules for alerts, by their names.
fn alerts() -> Vec<(String, Yaml)> {
    let document = YamlLoader::load_from_str(&committed("deploy/prometheus/alerts.yml")).expect("YAML");
    let groups = document[0]["groups"].as_vec().expect("groups");
    let rules = groups.iter().flat_map(|group| group["rules"].as_vec().expect("rules").clone());
    rules.map(|rule| (rule["alert"].as_str().expect("a name").to_owned(), rule)).collect()
}

#[tokio::test]
async fn alerts_ask_for_what_there_is_and_say_what_to_do() {
    let figures = figures().await;
    let alerts = alerts();
    assert!(alerts.len() >= 10);
    let guide = committed(GUIDE);
    for (name, rule) in &alerts {
        let query = rule["expr"].as_str().expect("a query");
        assert!(!mentioned(query).is_empty() || query.starts_with("up{"), "{name} asks for nothing");
        assert_answerable(query, &figures);
        assert!(matches!(rule["labels"]["severity"].as_str(), Some("page" | "ticket")), "{name}");
        assert!(rule["annotations"]["summary"].as_str().is_some_and(|text| !text.is_empty()), "{name}");
        let told = format!("#{}", name.to_lowercase());
        assert!(
            rule["annotations"]["runbook_url"].as_str().is_some_and(|url| url.ends_with(&told)),
            "{name}"
        );
        assert!(guide.contains(&format!("\n### {name}\n")), "{GUIDE} does not say what to do on {name}");
    }
    let told = guide.matches("\n### Nightlatch").count();
    assert_eq!(told, alerts.len(), "{GUIDE} tells of an alert that is gone");
}

#[tokio::test]
async fn the_dashboard_asks_for_what_there_is() {
    let figures = figures().await;
    let dashboard: Value = serde_json::from_str(&committed("deploy/grafana/nightlatch.json")).expect("JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    let (mut ids, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for panel in panels {
        assert!(ids.insert(panel["id"].as_u64().expect("an id")), "{} is there twice", panel["id"]);
        for target in panel["targets"].as_array().into_iter().flatten() {
            let query = target["expr"].as_str().expect("a query");
            assert_answerable(query, &figures);
            asked.extend(mentioned(query));
        }
    }
    assert!(asked.len() >= 20, "{asked:?}");
}

/// The rows `| name | type | … |` of the guide's table.
#[tokio::test]
async fn the_guide_lists_every_metric_and_no_other() {
    let guide = committed(GUIDE);
    let rows = guide.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(|cell| cell.trim().trim_matches('`'));
        let (name, kind) = (cells.next()?, cells.next()?);
        ["counter", "gauge", "histogram", "info"].contains(&kind).then_some((name, kind))
    });
    let told: BTreeSet<(&str, &str)> = rows.collect();
    let figures = figures().await;
    let known: Vec<(String, &str)> = figures
        .metrics()
        .into_iter()
        .map(|(name, kind)| match kind {
            "counter" => (format!("{name}_total"), kind),
            "info" => (format!("{name}_info"), kind),
            _ => (name.to_owned(), kind),
        })
        .collect();
    let known: BTreeSet<(&str, &str)> = known.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    assert_eq!(told, known);
}
