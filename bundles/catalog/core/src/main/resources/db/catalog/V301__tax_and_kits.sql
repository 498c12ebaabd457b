alter table product add column tax_rate decimal(9,4);
alter table product add column cost decimal(19,4);
-- what a kit consists of, one "<quantity> <sku>" per line; null for what is no kit
alter table product add column components varchar(4000);
-- which kits a product is part of
create table product_part (
  sku varchar(40) not null,
  kit varchar(40) not null
);
create unique index product_part_key on product_part (sku, kit);
create index product_part_kit on product_part (kit);
