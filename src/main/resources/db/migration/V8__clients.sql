-- When the person last proved who he is: he may be asked again within a session. A node of the version before, which goes
-- on while others are replaced, does not say so: then it is the login itself.
alter table session add column authenticated_at timestamp(3) with time zone default current_timestamp not null;
update session set authenticated_at = created_at;

-- Of what a client was given: what it may do, and the browser's session that the person had. That one may be gone.
alter table session add column scope varchar(2000);
alter table session add column parent_id varchar(22);
create index session_parent on session (parent_id);

-- A code that a client was given, as a MAC of it under a key of SIGNET_SECRET. It stays for a while when it is spent: a second
-- use ends the session that came of the first.
create table authorization_code (
  hash               varchar(43)                 not null primary key,
  client_id          varchar(100)                not null,
  account_id         uuid                        not null references account (id) on delete cascade,
  browser_session_id varchar(22)                 not null,
  redirect_uri       varchar(2000)               not null,
  scope              varchar(2000)               not null,
  challenge          varchar(43),
  nonce              varchar(1000),
  claims             varchar(4000),
  expires_at         timestamp(3) with time zone not null,
  spent_at           timestamp(3) with time zone,
  issued_session_id  varchar(22)
);
create index authorization_code_account on authorization_code (account_id);
create index authorization_code_purge on authorization_code (expires_at);
