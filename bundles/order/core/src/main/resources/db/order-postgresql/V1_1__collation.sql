-- prefixes are ranges of an index, and lists are in the same order on every database
alter table orders alter column number_lower type varchar(60) collate "C";
alter table orders alter column name_lower type varchar(60) collate "C";
alter table orders alter column reference_lower type varchar(60) collate "C";
