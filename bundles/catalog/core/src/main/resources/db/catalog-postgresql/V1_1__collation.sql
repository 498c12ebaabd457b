-- prefixes are ranges of an index, and lists are in the same order on every database
alter table product alter column sku type varchar(40) collate "C";
alter table product alter column sku_lower type varchar(80) collate "C";
alter table product alter column product_line type varchar(100) collate "C";
alter table product_word alter column word type varchar(80) collate "C";
alter table product_word alter column sku type varchar(40) collate "C";
