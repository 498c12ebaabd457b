create sequence s_dispatch start with 500 increment by 500;
create sequence s_dispatch_parcel start with 500 increment by 500;
create sequence s_dispatch_item start with 500 increment by 500;
create sequence s_tracking_event start with 500 increment by 500;
create sequence s_carrier_call start with 500 increment by 500;
-- one number for each serial shipping container code, with few gaps
create sequence s_sscc start with 1 increment by 1;

-- goods of one order that go together
create table dispatch (
  id bigint not null primary key,
  dispatch_number varchar(40) not null,
  number_lower varchar(40) not null,
  order_id bigint not null,
  order_number varchar(60) not null,
  order_lower varchar(60) not null,
  customer_name varchar(200),
  location_id bigint,
  dispatch_state varchar(20) not null,
  pending varchar(20),
  carrier_id varchar(100),
  carrier_title varchar(200),
  service varchar(60),
  reference varchar(200),
  expected_on date,
  late_since timestamp,
  -- 1 while it is late, lost or stopped: what somebody should look at
  troubled smallint not null,
  order_shipment_id bigint,
  tracking_number varchar(100),
  parcel_count int not null,
  created_at timestamp not null,
  created_by varchar(100) not null,
  changed_at timestamp not null,
  shipped_at timestamp,
  delivered_at timestamp,
  heard_at timestamp,
  poll_after timestamp,
  problem varchar(1000),
  version bigint not null,
  constraint dispatch_left_once unique (order_shipment_id)
);
create index dispatch_newest on dispatch (id desc);
create index dispatch_by_number on dispatch (number_lower);
create index dispatch_by_order_number on dispatch (order_lower);
create index dispatch_by_order on dispatch (order_id);
create index dispatch_by_state on dispatch (dispatch_state, id desc);
create index dispatch_troubled on dispatch (troubled, id desc);
create index dispatch_to_poll on dispatch (poll_after);

create table dispatch_parcel (
  id bigint not null primary key,
  dispatch_id bigint not null references dispatch,
  parcel_no int not null,
  sscc varchar(18),
  tracking_number varchar(100),
  tracking_lower varchar(100),
  parcel_state varchar(20) not null,
  weight_kg decimal(12,3),
  length_cm decimal(8,1),
  width_cm decimal(8,1),
  height_cm decimal(8,1),
  has_label boolean not null,
  version bigint not null,
  constraint dispatch_parcel_sscc unique (sscc)
);
create index dispatch_parcel_tracking on dispatch_parcel (tracking_lower);

create table dispatch_item (
  id bigint not null primary key,
  parcel_id bigint not null references dispatch_parcel,
  line_id bigint not null,
  line_no int not null,
  sku varchar(40) not null,
  product_name varchar(200) not null,
  quantity decimal(19,4) not null,
  unit varchar(20),
  version bigint not null
);
create index dispatch_item_by_line on dispatch_item (line_id);

-- kept for ever
create table tracking_event (
  id bigint not null primary key,
  carrier_id varchar(100) not null,
  event_key varchar(200) not null,
  tracking_number varchar(100),
  tracking_lower varchar(100),
  event_status varchar(20) not null,
  happened_at timestamp not null,
  received_at timestamp not null,
  place varchar(200),
  event_text varchar(1000),
  told_by varchar(100) not null,
  dispatch_id bigint,
  parcel_id bigint,
  parcel_no int,
  -- 1 until its shipment has moved by it
  to_apply smallint not null,
  version bigint not null,
  constraint tracking_event_once unique (carrier_id, event_key)
);
create index tracking_event_of on tracking_event (dispatch_id, happened_at desc, id desc);
create index tracking_event_number on tracking_event (tracking_lower);
create index tracking_event_to_apply on tracking_event (to_apply, dispatch_id);

-- what a carrier is asked: there before it is asked, so that it can be asked again
create table carrier_call (
  id bigint not null primary key,
  dispatch_id bigint not null,
  call_action varchar(20) not null,
  call_state varchar(20) not null,
  carrier_id varchar(100) not null,
  service varchar(60),
  call_key varchar(60) not null,
  request_key varchar(100) not null,
  attempts int not null,
  ask_after timestamp not null,
  message varchar(1000),
  asked_by varchar(100) not null,
  asked_at timestamp not null,
  ended_at timestamp,
  version bigint not null,
  constraint carrier_call_request unique (request_key)
);
create index carrier_call_open on carrier_call (call_state, ask_after);
create index carrier_call_of on carrier_call (dispatch_id);

-- what a carrier gave to stick on a parcel
create table parcel_label (
  id bigint not null primary key,
  version bigint not null
);
