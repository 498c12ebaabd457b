create sequence s_return start with 500 increment by 500;
create sequence s_return_line start with 500 increment by 500;
create sequence s_return_receipt start with 500 increment by 500;
create sequence s_return_step start with 500 increment by 500;
create sequence s_return_entry start with 500 increment by 500;

-- one per order; its row is locked by whoever changes a return of the order
create table return_order (
  order_id bigint not null primary key,
  version bigint not null
);

-- the last number of each series
create table return_series (
  series varchar(20) not null primary key,
  last_no bigint not null
);

create table return_request (
  id bigint not null primary key,
  return_number varchar(30) not null,
  return_kind varchar(10) not null,
  order_id bigint not null,
  order_number varchar(60) not null,
  customer_id bigint,
  customer_name varchar(200),
  currency char(3) not null,
  return_state varchar(20) not null,
  is_open boolean not null,
  wanted varchar(20) not null,
  note varchar(2000),
  carrier varchar(100),
  tracking_number varchar(100),
  override_reason varchar(1000),
  line_count int not null,
  quantity decimal(19,4) not null,
  created_at timestamp not null,
  created_by varchar(100) not null,
  decided_at timestamp,
  decided_by varchar(100),
  decision_reason varchar(1000),
  changed_at timestamp not null,
  outcome varchar(20),
  goods decimal(19,4),
  charges decimal(19,4),
  fee decimal(19,4),
  credit decimal(19,4),
  give_back decimal(19,4),
  by_hand boolean not null,
  new_lines varchar(16000),
  new_order_id bigint,
  new_order_number varchar(60),
  settle_note varchar(2000),
  settled_at timestamp,
  settled_by varchar(100),
  ended_at timestamp,
  request_key varchar(64) not null,
  request_print varchar(64) not null,
  version bigint not null
);
create unique index return_by_number on return_request (return_number);
create unique index return_by_key on return_request (request_key);
create index return_newest on return_request (id desc);
create index return_by_order on return_request (order_id, id desc);
create index return_by_customer on return_request (customer_id, id desc);
create index return_by_state on return_request (return_state, id desc);
create index return_by_open on return_request (is_open, id desc);

create table return_line (
  id bigint not null primary key,
  return_id bigint not null references return_request (id),
  order_line_id bigint not null,
  position_no int not null,
  sku varchar(40) not null,
  name varchar(200),
  unit varchar(20),
  requested decimal(19,4) not null,
  received decimal(19,4) not null,
  inspected decimal(19,4) not null,
  settled decimal(19,4) not null,
  credited_quantity decimal(19,4) not null,
  credited decimal(19,4) not null,
  reason varchar(30) not null,
  note varchar(1000),
  location_id bigint,
  version bigint not null,
  constraint return_line_amounts check (requested > 0 and received >= 0 and received <= requested and inspected >= 0 and inspected <= received and settled >= 0 and settled <= requested
    and credited_quantity >= 0 and credited_quantity <= settled and credited >= 0)
);
create index return_line_of on return_line (return_id, id);

create table return_receipt (
  id bigint not null primary key,
  return_id bigint not null references return_request (id),
  line_id bigint not null references return_line (id),
  quantity decimal(19,4) not null,
  item_condition varchar(10) not null,
  note varchar(1000),
  received_at timestamp not null,
  received_by varchar(100) not null,
  disposition varchar(20),
  location_id bigint,
  inspected_at timestamp,
  inspected_by varchar(100),
  version bigint not null
);
create index return_receipt_of on return_receipt (return_id, id);

-- what a settlement still has to do; step_key: the same for every attempt
create table return_step (
  id bigint not null primary key,
  return_id bigint not null references return_request (id),
  step_kind varchar(10) not null,
  step_state varchar(10) not null,
  payment_id bigint,
  amount decimal(19,4),
  by_hand boolean not null,
  step_key varchar(64) not null unique,
  problem varchar(2000),
  attempts int not null,
  do_after timestamp not null,
  ended_at timestamp,
  version bigint not null
);
create index return_step_of on return_step (return_id, id);
create index return_step_open on return_step (step_state, do_after);

create table return_entry (
  id bigint not null primary key,
  return_id bigint not null references return_request (id),
  entry_at timestamp not null,
  who varchar(100) not null,
  what varchar(30) not null,
  note varchar(2000),
  version bigint not null
);
create index return_entry_of on return_entry (return_id, id);

create table return_reason (
  code varchar(30) not null primary key,
  title_en varchar(100) not null,
  title_zh varchar(100) not null,
  for_claims boolean not null,
  active boolean not null,
  position_no int not null,
  version bigint not null
);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('UNWANTED', 'No longer wanted', '不想要了', false, true, 10, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('UNSUITABLE', 'Does not fit or suit', '尺寸或规格不合适', false, true, 20, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('NOT_AS_DESCRIBED', 'Not as described', '与描述不符', false, true, 30, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('DEFECTIVE', 'Defective', '质量问题', false, true, 40, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('LATE', 'Came too late', '送达太晚', false, true, 50, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('OTHER', 'Other', '其他', false, true, 90, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('MISSING', 'Missing from the parcel', '少发或漏发', true, true, 110, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('WRONG', 'Wrong goods sent', '发错货', true, true, 120, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('DAMAGED', 'Arrived damaged', '到货破损', true, true, 130, 1);
insert into return_reason (code, title_en, title_zh, for_claims, active, position_no, version) values ('CLAIM_OTHER', 'Other claim', '其他索赔', true, true, 190, 1);
