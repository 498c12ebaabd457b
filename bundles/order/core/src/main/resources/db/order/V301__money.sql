-- discounts, charges and taxes; all null in an order that knows none
alter table orders add column discount_percent decimal(9,4);
alter table orders add column discount_amount decimal(19,4);
alter table orders add column prices_include_tax boolean;
-- what the charges come to, null if there are none: then their table need not be asked
alter table orders add column charges_payable decimal(19,4);
alter table order_line add column discount_percent decimal(9,4);
alter table order_line add column discount decimal(19,4);
alter table order_line add column header_share decimal(19,4);
alter table order_line add column tax_rate decimal(9,4);
alter table order_line add column tax decimal(19,4);
-- null: the amount
alter table order_line add column payable decimal(19,4);
alter table order_line add column note varchar(500);
-- where the price came from
alter table order_line add column list_price decimal(19,4);
alter table order_line add column price_by varchar(100);

create sequence s_order_charge start with 500 increment by 500;
create table order_charge (
  id bigint not null primary key,
  order_id bigint not null references orders,
  charge_no int not null,
  charge_type varchar(20) not null,
  charge_text varchar(200),
  amount decimal(19,4) not null,
  tax_rate decimal(9,4),
  tax decimal(19,4) not null,
  payable decimal(19,4) not null,
  version bigint not null
);
