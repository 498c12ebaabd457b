-- of an order that was parted from another: the first of them
alter table orders add column origin_id bigint;
