-- the databases have no type for bytes in common
alter table order_attachment_part add column content blob(1M);
