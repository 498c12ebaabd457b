alter table customer add column credit_limit decimal(19,4);
