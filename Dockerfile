# The service and its page in one image: nightlatch serve, as an unprivileged user, on a file system that may be read-only.
ARG RUST_IMAGE=rust:1.95-slim-bookworm
ARG NODE_IMAGE=node:22-bookworm-slim
ARG RUNTIME_IMAGE=debian:bookworm-slim

FROM ${NODE_IMAGE} AS page
WORKDIR /src/frontend
COPY frontend/.npmrc frontend/package.json frontend/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM ${RUST_IMAGE} AS service
# Versions follow the base image, which is what an operator pins.
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev libpq-dev && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . ./
# As the metrics tell it: --build-arg COMMIT=$(git rev-parse --short=12 HEAD)
ARG COMMIT=unknown
RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/src/target \
    BUILD_COMMIT="$COMMIT" cargo build --locked --release --bin nightlatch && cp target/release/nightlatch /nightlatch

FROM ${RUNTIME_IMAGE}
# hadolint ignore=DL3008
RUN apt-get update && apt-get install --yes --no-install-recommends ca-certificates libpq5 && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/nightlatch --create-home --shell /usr/sbin/nologin nightlatch
COPY --from=service /nightlatch /usr/local/bin/nightlatch
COPY --from=page /src/frontend/dist /usr/share/nightlatch/frontend
ENV NIGHTLATCH_BIND=0.0.0.0:8080 \
    NIGHTLATCH_FRONTEND_DIR=/usr/share/nightlatch/frontend \
    NIGHTLATCH_KEYRING=/var/lib/nightlatch/keyring
USER 10001
EXPOSE 8080
# No HEALTHCHECK: the image holds no HTTP client, and every orchestrator can ask /healthz and /readyz itself.
ENTRYPOINT ["nightlatch"]
CMD ["serve"]
