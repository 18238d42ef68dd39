# The service and its page in one image: nightlatch serve, as an unprivileged user, on a file system that may be read-only.
#   docker build --build-arg COMMIT=$(git rev-parse --short=12 HEAD) --tag nightlatch .
#   docker build --target proxy --tag nightlatch-proxy .     # Caddy with the page's files, for deploy/compose.yaml
ARG RUST_IMAGE=rust:1.95-slim-bookworm
ARG NODE_IMAGE=node:22-bookworm-slim
ARG PROXY_IMAGE=caddy:2.10-alpine
ARG RUNTIME_IMAGE=gcr.io/distroless/cc-debian12:nonroot

FROM ${NODE_IMAGE} AS page
WORKDIR /src/frontend
COPY frontend/.npmrc frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM ${PROXY_IMAGE} AS proxy
COPY deploy/proxy /etc/caddy
COPY --from=page /src/frontend/dist /srv

FROM ${RUST_IMAGE} AS chef
# Versions follow the base image, which is what an operator pins.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev libpq-dev && rm -rf /var/lib/apt/lists/* \
    && cargo install --locked --version 0.1.78 cargo-chef
WORKDIR /src

FROM chef AS recipe
COPY Cargo.toml Cargo.lock build.rs ./
COPY api api
RUN cargo chef prepare

# A layer of its own for the dependencies: it stays while their versions do.
FROM chef AS service
COPY --from=recipe /src/recipe.json recipe.json
RUN cargo chef cook --locked --release --bin nightlatch
COPY Cargo.toml Cargo.lock build.rs ./
COPY api api
COPY migrations migrations
COPY deploy/image deploy/image
# As --version and the metrics tell it.
ARG COMMIT=unknown
RUN BUILD_COMMIT="$COMMIT" cargo build --locked --release --bin nightlatch \
    && install -D target/release/nightlatch /image/usr/local/bin/nightlatch \
    && deploy/image/libraries target/release/nightlatch /image \
    && mkdir -p /var/lib/nightlatch

FROM ${RUNTIME_IMAGE}
COPY --from=service /image /
COPY --from=page /src/frontend/dist /usr/share/nightlatch/frontend
# For the key ring and the high-water mark: a new volume takes its owner from here.
COPY --from=service --chown=65532:65532 --chmod=0700 /var/lib/nightlatch /var/lib/nightlatch
# libpq looks for certificates in $HOME, and gives up where it may not look.
ENV HOME=/var/lib/nightlatch \
    NIGHTLATCH_BIND=0.0.0.0:8080 \
    NIGHTLATCH_FRONTEND_DIR=/usr/share/nightlatch/frontend \
    NIGHTLATCH_KEYRING=/var/lib/nightlatch/keyring
USER 65532
# No image comes of it where a library is missing.
RUN ["/usr/local/bin/nightlatch", "--version"]
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s CMD ["/usr/local/bin/nightlatch", "health"]
ENTRYPOINT ["/usr/local/bin/nightlatch"]
CMD ["serve"]
