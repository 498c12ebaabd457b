create sequence s_payment_credit start with 500 increment by 500;
create sequence s_payment_store start with 500 increment by 500;

-- what an order owes no more, and why
create table payment_credit (
  id bigint not null primary key,
  order_id bigint not null,
  currency char(3) not null,
  amount decimal(19,4) not null,
  reason varchar(1000) not null,
  request_key varchar(64) not null unique,
  request_print varchar(64) not null,
  made_at timestamp not null,
  made_by varchar(100) not null,
  version bigint not null
);
create index payment_credit_by_order on payment_credit (order_id, id);

-- moved by conditional updates only; the check stands behind them
create table payment_store_balance (
  customer_id bigint not null,
  currency char(3) not null,
  balance decimal(19,4) not null,
  constraint payment_store_balance_pk primary key (customer_id, currency),
  constraint payment_store_not_negative check (balance >= 0)
);

-- the ledger: rows are added, never changed
create table payment_store_entry (
  id bigint not null primary key,
  customer_id bigint not null,
  entry_kind varchar(20) not null,
  currency char(3) not null,
  amount decimal(19,4) not null,
  balance decimal(19,4) not null,
  order_id bigint,
  order_number varchar(60),
  note varchar(1000),
  request_key varchar(64) not null unique,
  request_print varchar(64) not null,
  made_at timestamp not null,
  made_by varchar(100) not null,
  version bigint not null
);
create index payment_store_entry_of on payment_store_entry (customer_id, id desc);
