-- What clients have signed to show who they are, by a hash of the client and the assertion's id: each is taken once.
create table used_assertion (
  hash       varchar(43)                 not null primary key,
  expires_at timestamp(3) with time zone not null
);
create index used_assertion_purge on used_assertion (expires_at);
