alter table product_part alter column sku type varchar(40) collate "C";
alter table product_part alter column kit type varchar(40) collate "C";
