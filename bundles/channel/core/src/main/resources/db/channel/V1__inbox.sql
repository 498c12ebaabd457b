create sequence s_channel_inbox start with 500 increment by 500;

create table channel_inbox (
  id bigint not null primary key,
  channel varchar(60) not null,
  external_id varchar(100) not null,
  inbox_state varchar(20) not null,
  order_json varchar(32000) not null,
  problems varchar(8000) not null,
  order_id bigint,
  drop_reason varchar(1000),
  received_at timestamp not null,
  changed_at timestamp not null,
  version bigint not null,
  constraint channel_inbox_key unique (channel, external_id)
);
create index channel_inbox_state on channel_inbox (inbox_state, id);
create index channel_inbox_channel on channel_inbox (channel, id);
create index channel_inbox_both on channel_inbox (channel, inbox_state, id);

-- the channels that ever brought something or were there: orders remember them by id
create table channel_known (
  id varchar(60) not null primary key,
  title varchar(200),
  bundle_name varchar(200),
  bundle_version varchar(100),
  last_fetch timestamp,
  last_error varchar(1000),
  received bigint not null,
  version bigint not null
);
