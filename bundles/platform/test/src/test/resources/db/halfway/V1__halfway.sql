create table halfway (id bigint not null primary key);
this is no SQL;
