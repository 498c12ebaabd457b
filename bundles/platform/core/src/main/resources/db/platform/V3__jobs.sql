create sequence s_job start with 500 increment by 500;
create table job (
  id bigint not null primary key,
  job_type varchar(100) not null,
  title varchar(400) not null,
  owner_name varchar(200) not null,
  owner_display varchar(200) not null,
  owner_permissions varchar(8000) not null,
  params varchar(30000),
  job_state varchar(10) not null,
  units_done bigint not null,
  units_total bigint not null,
  message varchar(1000),
  job_result varchar(30000),
  cancel_asked smallint not null,
  -- counts its runs: what an earlier run still writes no longer counts
  run_no int not null,
  crashes int not null,
  beat_at timestamp,
  created_at timestamp not null,
  started_at timestamp,
  ended_at timestamp
);
create index job_by_state on job (job_state, id);
create index job_by_owner on job (owner_name, id);
-- apart from the job's row, which is written all the time
create table job_checkpoint (job_id bigint not null primary key, reached varchar(30000));
