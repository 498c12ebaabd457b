-- listeners that ever appeared: each gets every event it wants, also while its bundle is away
create table outbox_listener (
  id varchar(100) not null primary key,
  topics varchar(2000) not null,
  first_seen timestamp not null,
  last_seen timestamp not null
);
-- which node does what only one may do; not used on Derby, where there is one node
create table outbox_lease (
  lease_name varchar(120) not null primary key,
  owner_id varchar(40) not null,
  until_at timestamp not null
);
-- copies for listeners that could not take an event at once
create table outbox_pending (
  listener_id varchar(100) not null,
  event_id bigint not null,
  seq_no bigint not null,
  topic varchar(100) not null,
  event_key varchar(200) not null,
  payload varchar(30000) not null,
  written_at timestamp not null,
  attempts int not null,
  next_at timestamp not null,
  primary key (listener_id, event_id)
);
create index outbox_pending_seq_no on outbox_pending (listener_id, seq_no);
create table outbox_dead_letter (
  id bigint generated always as identity primary key,
  listener_id varchar(100) not null,
  event_id bigint not null,
  seq_no bigint not null,
  topic varchar(100) not null,
  event_key varchar(200) not null,
  payload varchar(30000) not null,
  written_at timestamp not null,
  reason varchar(1000) not null,
  died_at timestamp not null
);
