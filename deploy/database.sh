#!/bin/sh
# Makes the database, the role that owns it and the one that the service connects as. PostgreSQL's image runs it while its volume is
# empty, with both passwords in the environment.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set owner_password="$OWNER_PASSWORD" --set service_password="$SERVICE_PASSWORD" <<'SQL'
CREATE ROLE nightlatch_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE nightlatch LOGIN PASSWORD :'service_password';
CREATE DATABASE nightlatch OWNER nightlatch_owner ENCODING 'UTF8' TEMPLATE template0;
SQL
