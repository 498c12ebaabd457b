-- what one unit consists of, one "<quantity> <sku>" per line; null if it is no kit
alter table order_line add column kit_parts varchar(4000);
