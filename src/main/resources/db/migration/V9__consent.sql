-- What somebody has allowed a client: words with spaces between them (RFC 6749 §3.3).
create table consent (
  account_id uuid                        not null references account (id) on delete cascade,
  client_id  varchar(100)                not null,
  scope      varchar(2000)               not null,
  granted_at timestamp(3) with time zone not null,
  primary key (account_id, client_id)
);
