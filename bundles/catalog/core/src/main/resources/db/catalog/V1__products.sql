create sequence s_product start with 500 increment by 500;

create table product (
  id bigint not null primary key,
  sku varchar(40) not null,
  sku_lower varchar(80) not null,
  name varchar(200) not null,
  unit varchar(20) not null,
  price decimal(19,4) not null,
  currency char(3) not null,
  product_line varchar(100),
  active boolean not null,
  stocked boolean not null,
  version bigint not null
);

-- what a product is found by: its SKU and the words of its name, lower-cased
create table product_word (
  word varchar(80) not null,
  sku varchar(40) not null
);
create unique index product_sku on product (sku);
create index product_sku_lower on product (sku_lower, sku);
create index product_by_line on product (product_line, sku);
create index product_by_active on product (active, sku);
create unique index product_word_key on product_word (word, sku);
create index product_word_sku on product_word (sku, word);
