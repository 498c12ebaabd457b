create sequence s_document_issued start with 500 increment by 500;
create table document_issued (
  id bigint not null primary key,
  kind varchar(40) not null,
  order_id bigint not null,
  doc_number varchar(100) not null,
  running_no integer not null,
  language_tag varchar(20) not null,
  order_version bigint not null,
  issued_at timestamp not null,
  issued_by varchar(100) not null,
  template_id varchar(100) not null,
  bundle varchar(200) not null,
  bundle_version varchar(100) not null,
  replaced varchar(500),
  sha256 varchar(64) not null,
  byte_count integer not null,
  once_key varchar(200) not null,
  version bigint not null
);
create unique index document_issued_once on document_issued (issued_by, once_key);
create unique index document_issued_running on document_issued (order_id, kind, running_no);
create table document_content (
  id bigint not null primary key,
  version bigint not null
);
