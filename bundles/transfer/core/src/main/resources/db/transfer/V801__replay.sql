create sequence s_transfer_replay start with 50 increment by 50;

-- orders of other systems, lived again; content is kept while it waits or is in review
create table transfer_replay (
  id bigint not null primary key,
  source_name varchar(40) not null,
  source_number varchar(60) not null,
  replay_state varchar(20) not null,
  location_id bigint not null,
  content varchar(32000),
  problems varchar(8000) not null,
  order_id bigint,
  order_number varchar(60),
  changed_by varchar(100) not null,
  changed_at timestamp not null,
  version bigint not null,
  constraint transfer_replay_number unique (source_name, source_number)
);
create index transfer_replay_state on transfer_replay (source_name, replay_state, id);
create index transfer_replay_source on transfer_replay (source_name, id);
