create sequence s_outbox_event start with 500 increment by 500;
create table outbox_event (
  id bigint not null primary key,
  seq_no bigint generated always as identity,
  topic varchar(100) not null,
  event_key varchar(200) not null,
  payload varchar(30000) not null,
  written_at timestamp not null
);
create index outbox_event_seq_no on outbox_event (seq_no);
