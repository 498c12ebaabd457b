alter table customer add column language_tag varchar(20);
