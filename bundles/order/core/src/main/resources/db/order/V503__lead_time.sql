-- in how many days short stock of a product usually comes; products that are not here take the installation's
create table order_lead_time (
  sku varchar(40) not null primary key,
  days int not null
);
