-- prefixes are ranges of an index, and lists are in the same order on every database
alter table stock_location alter column code type varchar(20) collate "C";
alter table stock_level alter column sku type varchar(40) collate "C";
alter table stock_level alter column sku_lower type varchar(80) collate "C";
