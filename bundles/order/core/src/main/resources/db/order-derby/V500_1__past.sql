alter table order_past add column state clob;
alter table order_revision add column state clob;
