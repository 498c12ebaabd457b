create sequence s_pick_wave start with 500 increment by 500;
create sequence s_pick_list start with 500 increment by 500;
create sequence s_pick_item start with 500 increment by 500;

-- orders that are picked together
create table pick_wave (
  id bigint not null primary key,
  wave_number varchar(40) not null,
  wave_kind varchar(20) not null,
  wave_state varchar(20) not null,
  ended smallint not null,
  order_count int not null,
  list_count int not null,
  item_count int not null,
  done_count int not null,
  note varchar(500),
  created_at timestamp not null,
  created_by varchar(100) not null,
  ended_at timestamp,
  version bigint not null
);
create index pick_wave_newest on pick_wave (id desc);
create index pick_wave_open on pick_wave (ended, id desc);

create table pick_list (
  id bigint not null primary key,
  wave_id bigint not null references pick_wave,
  list_number varchar(40) not null,
  order_number varchar(60),
  location_id bigint not null,
  location_name varchar(250),
  zone_text varchar(20),
  list_state varchar(20) not null,
  ended smallint not null,
  picker varchar(100),
  started_at timestamp,
  ended_at timestamp,
  version bigint not null
);
create index pick_list_open on pick_list (ended, id);

create table pick_item (
  id bigint not null primary key,
  list_id bigint not null references pick_list,
  wave_id bigint not null,
  order_id bigint not null,
  order_number varchar(60) not null,
  line_id bigint not null,
  sku varchar(40) not null,
  product_name varchar(200) not null,
  unit varchar(20),
  -- how much one unit of the line takes of it, if the line is a kit
  each_part decimal(19,4),
  location_id bigint not null,
  zone_text varchar(20),
  bin_text varchar(20),
  wanted decimal(19,4) not null,
  picked decimal(19,4) not null,
  missing decimal(19,4) not null,
  reason varchar(500),
  dropped boolean not null,
  -- line and SKU while it is to be picked: on one list only
  active_key varchar(80),
  version bigint not null,
  constraint pick_item_once unique (active_key)
);
create index pick_item_of_order on pick_item (order_id);
create index pick_item_of_line on pick_item (line_id);
