-- Which single claims a client has asked for: the UserInfo endpoint answers them as long as the session lasts.
alter table session add column claims varchar(4000);
