-- a sealed secret is longer than a plain one
alter table notification_webhook alter column secret set data type varchar(400);
