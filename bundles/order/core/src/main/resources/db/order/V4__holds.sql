create sequence s_order_hold start with 500 increment by 500;
create table order_hold (
  id bigint not null primary key,
  order_id bigint not null references orders,
  hold_type varchar(20) not null,
  reason varchar(1000) not null,
  set_by varchar(100) not null,
  set_at timestamp not null,
  expires_at timestamp,
  released_by varchar(100),
  released_at timestamp,
  release_reason varchar(1000),
  version bigint not null
);
create index order_hold_expiring on order_hold (expires_at);
-- the open ones, as ",CREDIT,STOCK,"; null if there never was one: kept for the lists, and so that most orders need not be asked
alter table orders add column hold_types varchar(200);
