create table setting (
  owner_name varchar(200) not null,
  setting_key varchar(100) not null,
  setting_value varchar(8000) not null,
  primary key (owner_name, setting_key)
);
