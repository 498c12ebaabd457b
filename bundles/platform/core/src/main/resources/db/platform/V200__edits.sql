create table edit (
  thing varchar(200) not null,
  version_no bigint not null,
  edited_by varchar(200) not null,
  edited_at timestamp not null,
  primary key (thing)
);
