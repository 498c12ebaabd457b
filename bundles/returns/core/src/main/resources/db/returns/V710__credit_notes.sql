-- credit notes that were issued for returns: of each invoice one
create table return_credit_note (
  return_id bigint not null,
  invoice_id bigint not null,
  invoice_number varchar(60) not null,
  document_id bigint not null,
  document_number varchar(60) not null,
  amount decimal(19,4) not null,
  primary key (return_id, invoice_id)
);
