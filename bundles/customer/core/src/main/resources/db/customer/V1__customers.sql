create sequence s_customer start with 500 increment by 500;
create sequence s_customer_address start with 500 increment by 500;

create table customer (
  id bigint not null primary key,
  customer_number varchar(40) not null,
  name varchar(200) not null,
  email varchar(200),
  email_lower varchar(400),
  phone varchar(60),
  country varchar(100),
  blocked boolean not null,
  note varchar(2000),
  created_at timestamp not null,
  version bigint not null
);
create unique index customer_number_key on customer (customer_number);
create index customer_by_email on customer (email_lower, id);
create unique index customer_newest on customer (id desc);
create index customer_by_country on customer (country, id desc);
create index customer_by_blocked on customer (blocked, id desc);

create table customer_address (
  id bigint not null primary key,
  customer_id bigint not null references customer (id),
  pos int not null,
  recipient varchar(200),
  street varchar(400),
  city varchar(100),
  region varchar(100),
  postal_code varchar(40),
  country varchar(100),
  version bigint not null
);
create index customer_address_of on customer_address (customer_id, pos);

-- what a customer is found by: number, name and its words, e-mail, phone, lower-cased
create table customer_term (
  term varchar(200) not null,
  customer_id bigint not null
);
create unique index customer_term_key on customer_term (term, customer_id);
create index customer_term_of on customer_term (customer_id, term);
