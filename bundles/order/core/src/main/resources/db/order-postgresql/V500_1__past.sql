alter table order_past add column state text;
alter table order_revision add column state text;
