-- The key by which clients of a sector know people by names of their own; one row, sealed under SIGNET_SECRET.
create table subject_key (
  id         integer not null primary key,
  sealed_key varchar(256)
);
insert into subject_key (id) values (1);
