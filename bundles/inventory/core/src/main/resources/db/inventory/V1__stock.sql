-- the first block of ids is for what migrations bring
create sequence s_stock_location start with 1000 increment by 500;
create sequence s_stock_level start with 500 increment by 500;
create sequence s_stock_movement start with 500 increment by 500;
create sequence s_stock_reservation start with 500 increment by 500;

create table stock_location (
  id bigint not null primary key,
  code varchar(20) not null,
  name varchar(200) not null,
  region varchar(100),
  priority int not null,
  active boolean not null,
  version bigint not null
);
create unique index stock_location_code on stock_location (code);

create table stock_level (
  id bigint not null primary key,
  sku varchar(40) not null,
  sku_lower varchar(80) not null,
  location_id bigint not null references stock_location (id),
  on_hand decimal(19,4) not null,
  reserved decimal(19,4) not null,
  safety decimal(19,4) not null,
  low smallint not null,
  version bigint not null,
  constraint stock_not_oversold check (reserved <= on_hand),
  constraint stock_reserved_not_negative check (reserved >= 0),
  constraint stock_safety_not_negative check (safety >= 0)
);
create unique index stock_level_key on stock_level (sku, location_id);
create index stock_level_list on stock_level (sku_lower, sku, location_id);
create index stock_level_at on stock_level (location_id, sku_lower, sku);
create index stock_level_low on stock_level (low, sku_lower, sku, location_id);

-- a claim of an order line on stock
create table stock_reservation (
  id bigint not null primary key,
  order_id bigint not null,
  line_id bigint not null,
  sku varchar(40) not null,
  location_id bigint not null,
  quantity decimal(19,4) not null,
  state varchar(10) not null,
  created_at timestamp not null,
  expires_at timestamp,
  version bigint not null
);
create index stock_reservation_order on stock_reservation (order_id);
create index stock_reservation_stock on stock_reservation (sku, location_id, state);

-- the ledger: rows are added, never changed
create table stock_movement (
  id bigint not null primary key,
  moved_at timestamp not null,
  moved_by varchar(200) not null,
  sku varchar(40) not null,
  location_id bigint not null,
  kind varchar(20) not null,
  quantity decimal(19,4) not null,
  on_hand_after decimal(19,4) not null,
  reason varchar(200),
  reference varchar(100),
  version bigint not null
);
create index stock_movement_newest on stock_movement (moved_at desc, id desc);
create index stock_movement_stock on stock_movement (sku, location_id, moved_at desc, id desc);
create index stock_movement_sku on stock_movement (sku, moved_at desc, id desc);
create index stock_movement_at on stock_movement (location_id, moved_at desc, id desc);

insert into stock_location (id, code, name, region, priority, active, version) values (1, 'MAIN', 'Main warehouse', null, 10, true, 1);
