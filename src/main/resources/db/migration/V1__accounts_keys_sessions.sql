-- Written once for H2 and PostgreSQL.

-- One person, or one machine, that can log in. Lengths are twice what a form takes: H2 counts a character beyond the
-- basic plane as two. The keys are what makes names unique: NFKC, case folded.
create table account (
  id            uuid                        not null primary key,
  username      varchar(300)                not null,
  username_key  varchar(300)                not null constraint account_username_unique unique,
  email         varchar(508)                not null,
  email_key     varchar(300)                not null constraint account_email_unique unique,
  name          varchar(512)                not null,
  password_hash varchar(512)                not null,
  roles         varchar(1000)               not null,
  state         varchar(16)                 not null,
  created_at    timestamp(3) with time zone not null
);

-- The keys that sign tokens, each since when in its state. private_key is sealed under SIGNET_SECRET; public_key is a JWK.
create table signing_key (
  kid         varchar(43)                 not null primary key,
  state       varchar(8)                  not null,
  since       timestamp(3) with time zone not null,
  public_key  varchar(4000)               not null,
  private_key varchar(8000)               not null
);

-- One row, locked by whoever changes the keys.
create table key_ring (
  id integer not null primary key
);
insert into key_ring (id) values (1);

-- One login on a device. No token and no hash of one is here: a refresh token is good when its MAC is good and its
-- generation is the row's.
create table session (
  id              varchar(22)                 not null primary key,
  account_id      uuid                        not null references account (id) on delete cascade,
  client_id       varchar(100),
  generation      integer                     not null,
  created_at      timestamp(3) with time zone not null,
  refreshed_at    timestamp(3) with time zone not null,
  expires_at      timestamp(3) with time zone not null,
  idle_expires_at timestamp(3) with time zone not null,
  revoked_at      timestamp(3) with time zone,
  revoked_because varchar(24),
  ip              varchar(64)                 not null,
  user_agent      varchar(256)                not null,
  amr             varchar(100)                not null
);
create index session_account on session (account_id);
create index session_purge on session (expires_at);

-- What every node must know at once: of the access tokens that an account was given up to an instant, those of one
-- session are no longer good, or all where none is named. A row is of no use once the last of them has expired.
create sequence revocation_seq;
create table revocation (
  seq        bigint                      not null primary key,
  account_id uuid                        not null,
  session_id varchar(22),
  not_before timestamp(3) with time zone not null,
  because    varchar(24)                 not null,
  expires_at timestamp(3) with time zone not null
);
create index revocation_purge on revocation (expires_at);
