#!/usr/bin/env bash
# Run once by the PostgreSQL image: the role of Odoo, which is not a superuser.
set -eu
psql --username postgres <<'SQL'
\set password `printenv SIPBD_PASSWORD`
CREATE ROLE sipbd LOGIN CREATEDB PASSWORD :'password';
SQL
