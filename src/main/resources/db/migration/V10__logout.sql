-- A client that has yet to hear that a login has ended which it has used. No foreign key: the session and the account may be
-- gone by then. due_at is moved on by who takes it, as in outbox.
create table logout_notice (
  id         varchar(22)                 not null primary key,
  client_id  varchar(100)                not null,
  account_id uuid                        not null,
  session_id varchar(22)                 not null,
  created_at timestamp(3) with time zone not null,
  due_at     timestamp(3) with time zone not null,
  attempts   integer                     not null
);
create index logout_notice_due on logout_notice (due_at);
