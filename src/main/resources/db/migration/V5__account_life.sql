-- Since when the address is known to be its owner's. An account whose state is PENDING waits for that.
alter table account add column email_verified_at timestamp(3) with time zone;
-- Whether a second sign-up has asked for the address while nobody had proven it: then the link of the first proves nothing.
alter table account add column contested boolean default false not null;
-- Which language its owner reads mails in (BCP 47).
alter table account add column language varchar(16) default 'en' not null;
-- PENDING accounts that nobody confirms are removed.
create index account_pending on account (state, created_at);

-- A link that was mailed and is good once. Its hash is a MAC of its token under a key of SIGNET_SECRET: neither a dump of
-- the rows nor a new row in them opens anything. The newest of a purpose is the only one.
create table link (
  hash       varchar(43)                 not null primary key,
  purpose    varchar(16)                 not null,
  account_id uuid                        not null references account (id) on delete cascade,
  email      varchar(508)                not null,
  expires_at timestamp(3) with time zone not null,
  constraint link_newest_unique unique (account_id, purpose)
);
create index link_purge on link (expires_at);

-- What somebody has asked to be mailed, before it is known whether he has an account: the request is over by then, and
-- took as long for everybody. due_at is moved on by who takes it, as in outbox.
create table link_request (
  id         varchar(22)                 not null primary key,
  purpose    varchar(16)                 not null,
  identifier varchar(508)                not null,
  created_at timestamp(3) with time zone not null,
  due_at     timestamp(3) with time zone not null
);
create index link_request_due on link_request (due_at);
