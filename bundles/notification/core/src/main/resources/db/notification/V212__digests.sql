-- 1: waits to go with others about the same
alter table notification_message add column gather int default 0 not null;
create index notification_recent on notification_message (rec_id, created_at);
