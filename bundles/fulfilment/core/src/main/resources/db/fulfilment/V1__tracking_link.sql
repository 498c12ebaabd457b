create sequence s_tracking_link start with 500 increment by 500;
create table tracking_link (
  id bigint not null primary key,
  order_id bigint not null,
  -- the order again while the link works: at most one does
  working_for bigint,
  token varchar(60) not null,
  created_at timestamp not null,
  created_by varchar(100) not null,
  revoked_at timestamp,
  revoked_by varchar(100),
  version bigint not null,
  constraint tracking_link_working unique (working_for),
  constraint tracking_link_token unique (token)
);
create index tracking_link_by_order on tracking_link (order_id);
