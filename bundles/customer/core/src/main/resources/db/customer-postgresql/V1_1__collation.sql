-- prefixes are ranges of an index
alter table customer alter column customer_number type varchar(40) collate "C";
alter table customer_term alter column term type varchar(200) collate "C";
