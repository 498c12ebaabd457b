create sequence s_payment start with 500 increment by 500;
create sequence s_payment_step start with 500 increment by 500;
create sequence s_payment_line start with 500 increment by 500;

-- one per order; its row is locked by whoever changes a payment of the order
create table payment_account (
  order_id bigint not null primary key,
  order_number varchar(60) not null,
  customer_id bigint,
  currency char(3) not null,
  order_total decimal(19,4) not null,
  credited decimal(19,4) not null,
  terms varchar(20) not null,
  placed_on date not null,
  delivered_on date,
  version bigint not null
);

create table payment (
  id bigint not null primary key,
  order_id bigint not null,
  order_number varchar(60) not null,
  customer_id bigint,
  payment_kind varchar(20) not null,
  payment_method varchar(20) not null,
  gateway_id varchar(100),
  gateway_title varchar(200),
  payment_state varchar(20) not null,
  is_open boolean not null,
  currency char(3) not null,
  amount decimal(19,4) not null,
  captured decimal(19,4) not null,
  refunded decimal(19,4) not null,
  refunding decimal(19,4) not null,
  due_on date,
  reference varchar(200),
  note varchar(1000),
  pending_step bigint,
  pending_action varchar(20),
  pending_state varchar(20),
  created_at timestamp not null,
  created_by varchar(100) not null,
  changed_at timestamp not null,
  request_key varchar(64) not null unique,
  request_print varchar(64) not null,
  version bigint not null,
  constraint payment_amounts check (amount >= 0 and captured >= 0 and refunded >= 0 and refunding >= 0 and refunded + refunding <= captured)
);
create index payment_by_order on payment (order_id, id);
create index payment_newest on payment (id desc);
create index payment_by_open on payment (is_open, id desc);
create index payment_by_due on payment (payment_state, due_on, id);
create index payment_by_pending on payment (pending_state, id desc);

-- request_key: of the caller, or the gateway's where there is none
create table payment_step (
  id bigint not null primary key,
  payment_id bigint not null references payment,
  order_id bigint not null,
  step_action varchar(20) not null,
  step_state varchar(20) not null,
  currency char(3) not null,
  amount decimal(19,4) not null,
  gateway_id varchar(100),
  gateway_key varchar(60) not null unique,
  request_key varchar(64) not null unique,
  request_print varchar(64) not null,
  by_hand boolean not null,
  reference varchar(200),
  message varchar(500),
  reason varchar(1000),
  attempts int not null,
  ask_after timestamp not null,
  asked_by varchar(100) not null,
  asked_at timestamp not null,
  ended_at timestamp,
  ended_by varchar(100),
  version bigint not null
);
create index payment_step_of on payment_step (payment_id, id);
create index payment_step_asking on payment_step (step_state, ask_after);

create table payment_line (
  id bigint not null primary key,
  line_key varchar(64) not null unique,
  line_state varchar(20) not null,
  reference varchar(300) not null,
  payer varchar(200),
  amount decimal(19,4) not null,
  currency char(3) not null,
  booked_on date not null,
  bank_id varchar(100),
  reason varchar(2000),
  order_id bigint,
  order_number varchar(60),
  payment_id bigint,
  read_at timestamp not null,
  ended_by varchar(100),
  note varchar(1000),
  version bigint not null
);
create index payment_line_newest on payment_line (id desc);
create index payment_line_by_state on payment_line (line_state, id desc);
