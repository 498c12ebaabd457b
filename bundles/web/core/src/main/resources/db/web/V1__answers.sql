create table web_answer (
  id varchar(64) not null primary key,
  fingerprint varchar(64) not null,
  created_at timestamp not null,
  status int not null,
  location varchar(2000),
  etag varchar(100),
  media_type varchar(100),
  version bigint not null
);
create index web_answer_created on web_answer (created_at);
