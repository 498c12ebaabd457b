-- of which order and of which of its things papers are to go with a message; null: none
alter table notification_message add column paper_order bigint;
alter table notification_message add column paper_thing bigint;
-- names of those that went, one a row
alter table notification_message add column papers varchar(1000);
-- a template can do without
alter table notification_template add column attach int default 1 not null;
