//! The way from a laptop to a cluster, as its guide has it.

use std::{fs, net::TcpListener};

use crate::support::operator::{Operator, blocks_to_run, printed, repository};

fn free_port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port().to_string()
}

#[test]
fn the_steps_to_replicas_work_as_written() {
    let operator = Operator::installed();
    let guide = fs::read_to_string(repository().join("docs/operations/scale.md")).unwrap();
    let guide = blocks_to_run(&guide);
    let [start, replace] = &guide[..] else { panic!("two examples, not {guide:?}") };
    let mut shell =
        operator.shell(&format!("trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n{start}\n{replace}"));
    printed(shell.env("ONE", free_port()).env("TWO", free_port()).output().unwrap());
}
