-- how an order is to be delivered and decided on; null: as the product or the installation says
alter table orders add column ship_complete boolean default false not null;
alter table orders add column backorders boolean;
alter table orders add column priority int default 0 not null;
alter table orders add column revision_no int default 1 not null;
alter table orders add column open_steps int default 0 not null;
-- whether a line waits for stock: kept for the lists
alter table orders add column backordered boolean default false not null;
alter table order_line add column backordered boolean default false not null;
-- a state that an order was in until then; the one it is in now is the order itself
create sequence s_order_past start with 500 increment by 500;
create table order_past (
  id bigint not null primary key,
  order_id bigint not null,
  valid_until timestamp not null,
  order_version bigint not null
);
create index order_past_by_order on order_past (order_id, valid_until);
-- written from the first amendment on
create sequence s_order_revision start with 500 increment by 500;
create table order_revision (
  id bigint not null primary key,
  order_id bigint not null,
  revision_no int not null,
  made_at timestamp not null,
  made_by varchar(100) not null,
  reason varchar(1000),
  constraint order_revision_no unique (order_id, revision_no)
);
-- when a finding came, was let pass, and was overtaken by a later review; null before this was kept
alter table order_finding add column found_at timestamp;
alter table order_finding add column waived_at timestamp;
alter table order_finding add column gone_at timestamp;
-- lines that wait for stock, and what says who is next
create table order_backorder (
  line_id bigint not null primary key,
  order_id bigint not null,
  sku varchar(40) not null,
  quantity decimal(19,4) not null,
  priority int not null,
  placed_key bigint not null,
  kit boolean not null
);
create index order_backorder_by_order on order_backorder (order_id);
create index order_backorder_next on order_backorder (sku, priority desc, placed_key, line_id);
create table order_backorder_policy (
  sku varchar(40) not null primary key,
  policy varchar(10) not null
);
