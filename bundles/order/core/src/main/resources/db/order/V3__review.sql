alter table order_finding add column check_id varchar(100);
alter table order_finding add column waive_permission varchar(100);
-- the same for the same products and quantities
alter table orders add column lines_key bigint;
-- a draft without lines that was cancelled
alter table orders add column withdrawn boolean default false not null;
