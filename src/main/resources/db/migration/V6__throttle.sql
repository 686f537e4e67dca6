-- What strangers have tried. A row is of one limit and one subject (an address, an identifier, a device), and its id is a
-- MAC of both: it names nobody. Times are milliseconds since 1970, for the arithmetic. After expires_at a row says nothing.
create table throttle (
  id           varchar(43) not null primary key,
  failures     integer     not null,
  paused_until bigint      not null,
  expires_at   bigint      not null
);
create index throttle_purge on throttle (expires_at);
