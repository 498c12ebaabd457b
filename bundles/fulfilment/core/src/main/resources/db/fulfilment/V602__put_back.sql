create sequence s_pick_put_back start with 500 increment by 500;

-- goods that were taken and are not wanted any more: to be put back on their shelf
create table pick_put_back (
  id bigint not null primary key,
  list_id bigint not null,
  list_number varchar(40) not null,
  order_id bigint not null,
  order_number varchar(60) not null,
  sku varchar(40) not null,
  product_name varchar(200) not null,
  unit varchar(20),
  quantity decimal(19,4) not null,
  location_id bigint not null,
  location_name varchar(250),
  zone_text varchar(20),
  bin_text varchar(20),
  picker varchar(100),
  ended smallint not null,
  created_at timestamp not null,
  ended_at timestamp,
  ended_by varchar(100),
  version bigint not null
);
create index pick_put_back_open on pick_put_back (ended, id);
create index pick_put_back_of_order on pick_put_back (order_id);
