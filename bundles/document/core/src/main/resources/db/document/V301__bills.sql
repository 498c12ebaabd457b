-- the last number given in a series of a year; a number is taken with the document that carries it, so that there are no gaps
create table document_series (
  series_id varchar(60) not null primary key,
  last_no bigint not null
);
-- what invoices and credit notes say, row by row; once_key keeps a line from being invoiced twice
create table document_bill_row (
  document_id bigint not null,
  row_no int not null,
  order_id bigint not null,
  once_key varchar(60) not null,
  line_id bigint,
  invoice_id bigint,
  line_position int not null,
  charge_type varchar(20),
  sku varchar(40) not null,
  row_name varchar(200) not null,
  quantity decimal(19,4) not null,
  unit varchar(20),
  currency char(3) not null,
  unit_price decimal(19,4) not null,
  amount decimal(19,4) not null,
  discount decimal(19,4) not null,
  discount_percent decimal(9,4),
  header_share decimal(19,4) not null,
  tax_rate decimal(9,4),
  tax decimal(19,4) not null,
  payable decimal(19,4) not null,
  tax_included boolean not null,
  credited decimal(19,4) not null,
  primary key (document_id, row_no)
);
create unique index document_bill_once on document_bill_row (order_id, once_key);
