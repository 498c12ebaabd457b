create sequence s_orders start with 500 increment by 500;
create sequence s_order_line start with 500 increment by 500;
create sequence s_order_finding start with 500 increment by 500;
create sequence s_order_shipment start with 500 increment by 500;
create sequence s_order_timeline start with 500 increment by 500;

-- placed_key = epoch millis of when it was placed (drafts: created) * 2^20 + lower 20 bits of the id: what lists are sorted and paged by
create table orders (
  id bigint not null primary key,
  order_number varchar(60) not null,
  number_lower varchar(60) not null,
  import_source varchar(60) not null,
  import_run bigint,
  historic boolean not null,
  order_kind varchar(10) not null,
  order_status varchar(20) not null,
  channel varchar(60) not null,
  external_id varchar(100),
  customer_id bigint,
  customer_name varchar(200),
  name_lower varchar(60),
  customer_reference varchar(100),
  reference_lower varchar(60),
  currency char(3) not null,
  total decimal(19,4) not null,
  line_count int not null,
  ship_recipient varchar(200),
  ship_street varchar(200),
  ship_city varchar(100),
  ship_region varchar(100),
  ship_postal_code varchar(40),
  country varchar(100),
  wished_date date,
  note varchar(2000),
  created_at timestamp not null,
  placed_at timestamp,
  placed_key bigint not null,
  changed_at timestamp not null,
  created_by varchar(100) not null,
  location_id bigint,
  assignee varchar(100),
  version bigint not null,
  constraint orders_external unique (channel, external_id)
);
create unique index orders_by_number on orders (number_lower, import_source, order_number);
create index orders_by_placed on orders (placed_key desc);
create index orders_by_status on orders (historic, order_status, placed_key desc);
create index orders_by_channel on orders (channel, placed_key desc);
create index orders_by_customer on orders (customer_id, placed_key desc);
create index orders_by_country on orders (country, placed_key desc);
create index orders_by_location on orders (location_id, order_status, placed_key desc);
create index orders_by_name on orders (name_lower, placed_key desc);
create index orders_by_reference on orders (reference_lower, placed_key desc);

create table order_line (
  id bigint not null primary key,
  order_id bigint not null references orders,
  line_no int not null,
  sku varchar(40) not null,
  product_name varchar(200) not null,
  quantity decimal(19,4),
  unit varchar(20),
  unit_price decimal(19,4),
  amount decimal(19,4) not null,
  line_status varchar(20) not null,
  stocked boolean not null,
  location_id bigint,
  shipment_id bigint,
  version bigint not null
);

create table order_finding (
  id bigint not null primary key,
  order_id bigint not null references orders,
  field_path varchar(100) not null,
  code varchar(100) not null,
  text_pattern varchar(500) not null,
  text_args varchar(2000) not null,
  waived_by varchar(100),
  waive_reason varchar(1000),
  version bigint not null
);

create table order_shipment (
  id bigint not null primary key,
  order_id bigint not null references orders,
  carrier varchar(100),
  tracking_number varchar(100),
  shipped_at timestamp not null,
  shipped_by varchar(100) not null,
  delivered_at timestamp,
  version bigint not null
);

-- append-only
create table order_timeline (
  id bigint not null primary key,
  order_id bigint not null,
  happened_at timestamp not null,
  who varchar(100) not null,
  what varchar(40) not null,
  field_name varchar(40),
  old_text varchar(1000),
  new_text varchar(1000),
  note varchar(2000)
);
create index order_timeline_by_order on order_timeline (order_id, happened_at desc, id desc);
