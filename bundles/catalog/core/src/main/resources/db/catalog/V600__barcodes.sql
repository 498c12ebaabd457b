-- what is printed on goods; each is of one product only
create table product_barcode (
  code varchar(60) not null primary key,
  sku varchar(40) not null,
  position_no int not null
);
create index product_barcode_of on product_barcode (sku, position_no);
