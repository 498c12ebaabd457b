-- where in a location goods lie
create table stock_place (
  sku varchar(40) not null,
  location_id bigint not null references stock_location (id),
  zone_text varchar(20),
  bin_text varchar(20),
  primary key (sku, location_id)
);
-- what must be counted because less was found than there should be
create table stock_count_due (
  sku varchar(40) not null,
  location_id bigint not null references stock_location (id),
  reason varchar(200) not null,
  asked_by varchar(200) not null,
  asked_at timestamp not null,
  primary key (sku, location_id)
);
