-- who brought or mended it: such a person does not approve the order
alter table channel_inbox add column handled_by varchar(1000);
