-- How often something was taken from an account that its access tokens speak of: each says of which version it is, and
-- those of an earlier one are no longer good. It is exact where a time was not: clocks differ, and tokens tell seconds.
alter table account add column version integer default 0 not null;
-- When its password was last changed: a login with the one before must not outlive that.
alter table account add column password_changed_at timestamp(3) with time zone;

-- Which limits a session is under.
alter table session add column kind varchar(16) default 'API' not null;

-- What an account was given before this version is no longer good; set where no session is named.
alter table revocation add column account_version integer;
alter table revocation drop column not_before;
