create sequence s_parcel start with 500 increment by 500;
create table parcel (id bigint not null primary key, code varchar(40) not null, packed_at timestamp not null, version bigint not null);
