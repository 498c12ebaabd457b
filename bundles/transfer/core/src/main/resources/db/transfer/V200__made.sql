-- products (by SKU) and customers (by id) that an import made: to be taken back with it
create table transfer_made (
  import_id bigint not null references transfer_import (id),
  what varchar(20) not null,
  made_key varchar(40) not null,
  constraint transfer_made_pk primary key (import_id, what, made_key)
);
