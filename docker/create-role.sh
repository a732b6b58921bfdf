#!/usr/bin/env bash
# Run once by the PostgreSQL image: the role of Odoo, which is not a superuser.
set -eu
psql --username postgres --set password="$SIPBD_PASSWORD" <<'SQL'
CREATE ROLE sipbd LOGIN CREATEDB PASSWORD :'password';
SQL
