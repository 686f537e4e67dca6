-- A mail that has not been sent yet. Its content holds a one-time link: it is sealed under SIGNET_SECRET, and the row goes
-- when the mail is sent. due_at is when it is tried next: whoever takes it moves that on, past the end of what he does
-- with it, so that no other takes it, and that another does if he never comes back. A mail that was given up is never
-- due and has no content.
create table outbox (
  id         varchar(22)                 not null primary key,
  content    varchar(65536),
  created_at timestamp(3) with time zone not null,
  due_at     timestamp(3) with time zone,
  attempts   integer                     not null,
  failed_at  timestamp(3) with time zone
);
create index outbox_due on outbox (due_at);
create index outbox_purge on outbox (failed_at);
