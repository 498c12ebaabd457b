-- what is promised: first and now; due = the earliest day promised of what has not left the house, kept for the lists
alter table orders add column promised_first date;
alter table orders add column promised_date date;
alter table orders add column due_date date;
alter table orders add column quotation_id bigint;
alter table order_line add column promised_first date;
alter table order_line add column promised_date date;
create index orders_by_due on orders (due_date);

create sequence s_order_quotation start with 500 increment by 500;
create table order_quotation (
  id bigint not null primary key,
  quotation_number varchar(60) not null,
  order_id bigint not null,
  quotation_status varchar(20) not null,
  valid_until date not null,
  decline_reason varchar(1000),
  created_by varchar(100) not null,
  created_at timestamp not null,
  sent_at timestamp,
  decided_at timestamp,
  version bigint not null
);
create index order_quotation_by_order on order_quotation (order_id, id desc);
create index order_quotation_by_status on order_quotation (quotation_status, valid_until);

create sequence s_order_template start with 500 increment by 500;
create sequence s_order_template_line start with 500 increment by 500;
create table order_template (
  id bigint not null primary key,
  template_name varchar(100) not null,
  name_lower varchar(100) not null,
  customer_id bigint,
  owner_key bigint not null,
  customer_name varchar(200),
  currency char(3) not null,
  note varchar(2000),
  changed_by varchar(100) not null,
  changed_at timestamp not null,
  version bigint not null,
  constraint order_template_name unique (owner_key, name_lower)
);
create table order_template_line (
  id bigint not null primary key,
  template_id bigint not null references order_template,
  line_no int not null,
  sku varchar(40) not null,
  quantity decimal(19,4) not null,
  unit_price decimal(19,4)
);

create sequence s_order_plan start with 500 increment by 500;
create sequence s_order_plan_run start with 500 increment by 500;
create table order_plan (
  id bigint not null primary key,
  template_id bigint not null references order_template,
  customer_id bigint not null,
  customer_name varchar(200),
  every_unit varchar(10) not null,
  every_count int not null,
  on_weekday int,
  on_day int,
  starts_on date not null,
  ends_on date,
  next_run date,
  paused boolean not null,
  ended boolean not null,
  created_by varchar(100) not null,
  created_at timestamp not null,
  version bigint not null
);
create index order_plan_next on order_plan (next_run);
create index order_plan_by_customer on order_plan (customer_id, id desc);
create table order_plan_run (
  id bigint not null primary key,
  plan_id bigint not null references order_plan,
  due_on date not null,
  run_state varchar(10) not null,
  order_id bigint,
  problems varchar(8000),
  attempts int not null,
  next_try timestamp,
  note varchar(1000),
  changed_at timestamp not null,
  version bigint not null,
  constraint order_plan_run_once unique (plan_id, due_on)
);
create index order_plan_run_waiting on order_plan_run (run_state, next_try);

create sequence s_order_attachment start with 500 increment by 500;
create sequence s_order_attachment_part start with 500 increment by 500;
create table order_attachment (
  id bigint not null primary key,
  order_id bigint not null references orders,
  file_name varchar(200) not null,
  media_type varchar(100) not null,
  byte_count bigint not null,
  sha256 varchar(64) not null,
  uploaded_by varchar(100) not null,
  uploaded_at timestamp not null,
  whole boolean not null,
  version bigint not null
);
create table order_attachment_part (
  id bigint not null primary key,
  attachment_id bigint not null references order_attachment,
  part_no int not null
);
