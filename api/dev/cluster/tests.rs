//! The cluster with real servers: kept data, rivals, and what a killed run leaves behind.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use tempfile::TempDir;

use super::*;

#[test]
fn keeps_its_data_from_run_to_run() {
    let dir = data_dir();
    let first = Cluster::start(dir.path()).expect("the first start creates the cluster");
    assert_eq!(sql(&first, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('here')"), "");
    let socket_dir = first.socket_dir.clone();
    first.stop().expect("the cluster stops");
    assert!(!socket_dir.exists());

    let second = Cluster::start(dir.path()).expect("the second start finds the cluster");
    assert_eq!(sql(&second, "SELECT word FROM kept"), "here");
}

/// A child that is forked at this moment holds the same descriptor until it runs its program.
#[test]
fn lets_go_of_its_folder_although_a_child_inherited_the_lock() {
    let dir = data_dir();
    let cluster = Cluster::start(dir.path()).expect("the cluster starts");
    let _inherited = cluster.lock.try_clone().expect("a second descriptor");
    cluster.stop().expect("the cluster stops");
    Cluster::start(dir.path()).expect("the cluster starts again");
}

#[test]
fn refuses_a_folder_that_is_in_use() {
    let dir = data_dir();
    let _running = Cluster::start(dir.path()).expect("the cluster starts");
    assert!(matches!(Cluster::start(dir.path()), Err(ClusterError::InUse { .. })));
}

#[test]
fn starts_after_its_server_was_killed() {
    let dir = data_dir();
    let mut cluster = Cluster::start(dir.path()).expect("the cluster starts");
    sql(&cluster, "CREATE TABLE kept (word text)");
    cluster.server.kill().expect("the server is killed");
    cluster.server.wait().expect("the server is gone");
    drop(cluster);

    let again = Cluster::start(dir.path()).expect("the cluster recovers");
    assert_eq!(sql(&again, "SELECT count(*) FROM kept"), "0");
}

#[test]
fn leaves_another_cluster_alone_when_it_clears_up() {
    let (dir, other_dir) = (data_dir(), data_dir());
    let mut killed = Cluster::start(dir.path()).expect("the cluster starts");
    killed.server.kill().expect("the server is killed");
    killed.server.wait().expect("the server is gone");
    drop(killed);
    let other = Cluster::start(other_dir.path()).expect("another cluster starts");

    let _again = Cluster::start(dir.path()).expect("the cluster recovers");
    assert_eq!(sql(&other, "SELECT 1"), "1");
}

#[test]
fn takes_over_from_a_service_that_was_killed() {
    let dir = data_dir();
    let mut orphaned = Cluster::start(dir.path()).expect("the cluster starts");
    let unlocked = File::create(dir.path().join("unlocked")).expect("a file is created");
    orphaned.lock.unlock().expect("the lock is given back");
    orphaned.lock = unlocked;

    let again = Cluster::start(dir.path()).expect("the cluster starts again");
    assert!(orphaned.server.try_wait().expect("the server can be watched").is_some());
    assert_eq!(sql(&again, "SELECT 1"), "1");
}

#[test]
fn is_not_misled_by_a_reused_process_number() {
    let dir = data_dir();
    let cluster = Cluster::start(dir.path()).expect("the cluster starts");
    let pid_file = cluster.data.join("postmaster.pid");
    let account = cluster.account;
    cluster.stop().expect("the cluster stops");
    let mut innocent = Command::new("sleep");
    account.run(innocent.arg("60").current_dir("/"));
    let mut innocent = innocent.spawn().expect("a process starts");
    fs::write(&pid_file, format!("{}\n", innocent.id())).expect("the file is written");
    account.own(&pid_file).expect("the file changes hands");

    let again = Cluster::start(dir.path());
    let untouched = innocent.try_wait().expect("the process can be watched").is_none();
    innocent.kill().expect("the process ends");
    innocent.wait().expect("the process is gone");
    again.expect("the cluster starts again");
    assert!(untouched);
}

#[test]
fn names_the_version_that_the_data_needs() {
    let dir = data_dir();
    fs::create_dir(dir.path().join("postgres")).expect("a folder is created");
    fs::write(dir.path().join("postgres/PG_VERSION"), "9\n").expect("a file is written");
    let error = Cluster::start(dir.path()).err().expect("no program fits");
    assert!(error.to_string().contains("was made by PostgreSQL 9"), "{error}");
}

/// One that the database's account may enter, as it may not enter root's temporary folders.
fn data_dir() -> TempDir {
    let dir = TempDir::new().expect("a folder is created");
    fs::set_permissions(dir.path(), Permissions::from_mode(0o755)).expect("the folder opens");
    dir
}

fn sql(cluster: &Cluster, statement: &str) -> String {
    let mut psql = Command::new("psql");
    psql.args([
        "-X",
        "-q",
        "-A",
        "-t",
        "-v",
        "ON_ERROR_STOP=1",
        "-d",
        cluster.database_url(),
        "-c",
        statement,
    ]);
    let output = psql.output().expect("psql runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
