-- how an order is to be delivered and decided on; null: as the product or the installation says
alter table orders add column ship_complete boolean default false not null;
alter table orders add column backorders boolean;
alter table orders add column priority int default 0 not null;
alter table orders add column revision_no int default 1 not null;
alter table orders add column open_steps int default 0 not null;
-- whether a line waits for stock: kept for the lists
alter table orders add column backordered boolean default false not null;
alter table order_line add column backordered boolean default false not null;
