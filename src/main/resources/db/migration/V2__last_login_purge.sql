-- When an account last logged in, where that is wanted.
alter table account add column last_login_at timestamp(3) with time zone;

-- The end of a session by disuse is never behind its end by age, so one index finds what may go.
update session set idle_expires_at = expires_at where idle_expires_at > expires_at;
drop index session_purge;
create index session_purge on session (idle_expires_at);
