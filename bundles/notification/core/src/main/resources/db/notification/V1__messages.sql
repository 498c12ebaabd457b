create sequence s_notification_message start with 500 increment by 500;

-- every message there was; due_at is set while it is to be sent
create table notification_message (
  id bigint not null primary key,
  dedup varchar(200) not null,
  occasion varchar(60) not null,
  about varchar(100) not null,
  label varchar(200) not null,
  transport varchar(60) not null,
  rec_kind varchar(20) not null,
  rec_id varchar(200) not null,
  rec_name varchar(200),
  address varchar(1000),
  lang varchar(10) not null,
  msg_subject varchar(200) not null,
  msg_text varchar(16000) not null,
  msg_link varchar(300),
  msg_state varchar(20) not null,
  tries int not null,
  due_at timestamp,
  last_error varchar(1000),
  unread int not null,
  created_at timestamp not null,
  sent_at timestamp,
  version bigint not null,
  constraint notification_once unique (dedup, rec_kind, rec_id, transport)
);
create index notification_due on notification_message (transport, due_at);
create index notification_state on notification_message (msg_state, id);
create index notification_label on notification_message (label, id);
create index notification_bell on notification_message (rec_id, transport, msg_state, id);
create index notification_unread on notification_message (rec_id, unread, id);

-- texts that differ from those that come with the product
create sequence s_notification_template start with 500 increment by 500;
create table notification_template (
  id bigint not null primary key,
  occasion varchar(60) not null,
  audience varchar(20) not null,
  lang varchar(10) not null,
  tpl_subject varchar(200) not null,
  tpl_body varchar(8000) not null,
  version bigint not null,
  constraint notification_template_once unique (occasion, audience, lang)
);

-- choices; where there is none, the product's hold
create sequence s_notification_subscription start with 500 increment by 500;
create table notification_subscription (
  id bigint not null primary key,
  subject_kind varchar(20) not null,
  subject_id varchar(200) not null,
  occasion varchar(60) not null,
  transport varchar(60) not null,
  wanted int not null,
  version bigint not null,
  constraint notification_subscription_once unique (subject_kind, subject_id, occasion, transport)
);

create table notification_quiet (
  person varchar(200) not null primary key,
  quiet_from varchar(5) not null,
  quiet_to varchar(5) not null,
  zone_id varchar(60) not null,
  version bigint not null
);

create sequence s_notification_webhook start with 500 increment by 500;
create table notification_webhook (
  id bigint not null primary key,
  hook_name varchar(200) not null,
  url varchar(1000) not null,
  secret varchar(100) not null,
  occasions varchar(1000) not null,
  active int not null,
  created_at timestamp not null,
  version bigint not null
);
