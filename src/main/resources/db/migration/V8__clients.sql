-- When the person last proved who he is: he may be asked again within a session.
alter table session add column authenticated_at timestamp(3) with time zone;
update session set authenticated_at = created_at;
alter table session alter column authenticated_at set not null;

-- Of what a client was given: what it may do, and the browser's session that the person had. That one may be gone.
alter table session add column scope varchar(2000);
alter table session add column parent_id varchar(22);
create index session_parent on session (parent_id);
