create sequence s_order_bulk start with 500 increment by 500;
create table order_bulk (
  id bigint not null primary key,
  job_id bigint not null,
  bulk_action varchar(20) not null,
  owner_name varchar(100) not null,
  created_at timestamp not null,
  reason varchar(1000),
  location_id bigint,
  assignee varchar(100),
  hold_type varchar(20),
  hold_until timestamp,
  carrier varchar(100)
);
create index order_bulk_by_job on order_bulk (job_id);
create index order_bulk_by_owner on order_bulk (owner_name, id desc);
create table order_bulk_row (
  bulk_id bigint not null references order_bulk,
  row_no int not null,
  order_id bigint not null,
  seen_version bigint,
  order_number varchar(60),
  outcome varchar(10) not null,
  problems varchar(8000),
  primary key (bulk_id, row_no)
);
create index order_bulk_row_by_outcome on order_bulk_row (bulk_id, outcome, row_no);
