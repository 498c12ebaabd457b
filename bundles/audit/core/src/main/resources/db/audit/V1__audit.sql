-- written in batches, read by one of the indexes, never changed
create table audit_entry (
    event_id bigint not null primary key,
    occurred_at timestamp not null,
    who varchar(100) not null,
    area varchar(100) not null,
    topic varchar(100) not null,
    subject varchar(200) not null,
    details varchar(8000) not null
);
create index audit_entry_at on audit_entry (occurred_at desc, event_id desc);
create index audit_entry_who on audit_entry (who, occurred_at desc, event_id desc);
create index audit_entry_area on audit_entry (area, occurred_at desc, event_id desc);
create index audit_entry_subject on audit_entry (subject, occurred_at desc, event_id desc);
