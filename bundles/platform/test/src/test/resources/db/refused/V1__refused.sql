create table refused (id bigint not null primary key);
