-- orders of one country or channel in one status may be few among many
drop index orders_by_channel;
drop index orders_by_country;
create index orders_by_channel on orders (channel, order_status, placed_key desc);
create index orders_by_country on orders (country, order_status, placed_key desc);
