create sequence s_assignment_decision start with 500 increment by 500;
create table assignment_decision (
  id bigint not null primary key,
  order_id bigint not null,
  decided_at timestamp not null,
  decided_by varchar(100) not null,
  rule_id varchar(100) not null,
  rule_title varchar(200),
  rule_bundle varchar(200),
  rule_bundle_version varchar(100),
  winner_id bigint,
  assignee varchar(100),
  summary varchar(1000),
  asked varchar(30000) not null,
  candidates varchar(30000) not null,
  version bigint not null
);
create index assignment_decision_by_order on assignment_decision (order_id);
