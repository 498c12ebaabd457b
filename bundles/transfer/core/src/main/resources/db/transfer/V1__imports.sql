create sequence s_transfer_import start with 500 increment by 500;
create sequence s_transfer_row start with 500 increment by 500;

create table transfer_import (
  id bigint not null primary key,
  import_kind varchar(20) not null,
  file_name varchar(200) not null,
  stored_as varchar(100) not null,
  bytes bigint not null,
  import_state varchar(20) not null,
  settings varchar(32000) not null,
  check_result varchar(32000),
  run_result varchar(32000),
  figures varchar(32000),
  done_line bigint not null,
  job_id bigint,
  created_by varchar(100) not null,
  created_at timestamp not null,
  changed_at timestamp not null,
  version bigint not null
);

-- rows that did not go in, with their problems; edited = mended by somebody, taken instead of what the file says
create table transfer_row (
  id bigint not null primary key,
  import_id bigint not null references transfer_import (id),
  line_no bigint not null,
  row_state varchar(20) not null,
  edited boolean not null,
  cells varchar(32000) not null,
  problems varchar(8000) not null,
  version bigint not null
);
create unique index transfer_row_line on transfer_row (import_id, line_no);
