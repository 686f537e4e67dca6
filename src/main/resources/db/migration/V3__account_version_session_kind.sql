-- How often something was taken from an account that its access tokens speak of: each says of which version it is, and
-- those of an earlier one are no longer good. It is exact where a time was not: clocks differ, and tokens tell seconds.
alter table account add column version integer default 0 not null;
-- When its password was last changed: a login with the one before must not outlive that.
alter table account add column password_changed_at timestamp(3) with time zone;

-- Which limits a session is under.
alter table session add column kind varchar(16) default 'API' not null;
-- When somebody last used it: a refresh that a client does by itself is none.
alter table session add column used_at timestamp(3) with time zone;
update session set used_at = refreshed_at;
alter table session alter column used_at set not null;

-- What an account was given before this version is no longer good; set where no session is named.
alter table revocation add column account_version integer;
update account set version = 1 where id in (select account_id from revocation where session_id is null);
update revocation set account_version = 1 where session_id is null;
alter table revocation drop column not_before;
