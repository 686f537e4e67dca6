-- What has happened, one row an event, numbered without gaps. No foreign key: rows outlive accounts and sessions. hash is
-- a MAC of the hash of the row before and of all columns of this one, so that no row can be changed, removed, moved or
-- added unnoticed by whoever can write rows and has no SIGNET_SECRET. details is JSON and holds no secret and no name. Ids
-- are text: EclipseLink binds a uuid that is null as something else.
create table audit_event (
  seq               bigint                      not null primary key,
  happened_at       timestamp(3) with time zone not null,
  kind              varchar(64)                 not null,
  outcome           varchar(16)                 not null,
  account_id        varchar(36),
  session_id        varchar(64),
  actor_account_id  varchar(36),
  actor_session_id  varchar(64),
  ip                varchar(64),
  user_agent        varchar(512),
  details           varchar(16000)              not null,
  hash              varchar(64)                 not null
);
create index audit_event_account on audit_event (account_id, seq);

-- The end of the chain, and where it begins since what is older was removed; one row, locked by whoever appends. The key
-- of the MACs is sealed under SIGNET_SECRET; mac is one of the row itself.
create table audit_head (
  id          integer     not null primary key,
  seq         bigint      not null,
  hash        varchar(64) not null,
  anchor_seq  bigint      not null,
  anchor_hash varchar(64) not null,
  mac         varchar(64),
  sealed_key  varchar(256)
);
insert into audit_head (id, seq, hash, anchor_seq, anchor_hash) values (1, 0, '', 0, '');
