#!/bin/sh
# Makes the role and the database of Yujian. The image of PostgreSQL runs it once, see compose.yaml; on any
# other server run it as a superuser, with libpq's variables such as PGHOST. The role is no superuser.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$YUJIAN_DATABASE_PASSWORD" -U "${POSTGRES_USER:-postgres}" -d postgres -q << 'SQL'
-- Keeps the password out of the server's log.
set log_min_error_statement = panic;
set log_statement = 'none';
create role yujian login password :'password';
-- Details of an error repeat the row, which the log must not have.
alter role yujian set log_error_verbosity = 'terse';
create database yujian owner yujian encoding 'UTF8' template template0;
SQL
