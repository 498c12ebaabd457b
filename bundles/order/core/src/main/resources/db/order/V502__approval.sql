create sequence s_order_approval start with 500 increment by 500;
create table order_approval_rule (
  id bigint not null primary key,
  rule_name varchar(100) not null,
  active boolean not null,
  min_total decimal(19,4),
  currency char(3),
  min_discount decimal(9,4),
  max_margin decimal(9,4),
  customer_id bigint,
  channel varchar(60),
  step_no int not null,
  role_name varchar(20),
  person varchar(100),
  hours int,
  escalate_to varchar(100)
);
-- the state NEXT is the step whose turn it is
create table order_approval (
  id bigint not null primary key,
  order_id bigint not null references orders,
  step_no int not null,
  rule_id bigint not null,
  rule_name varchar(100) not null,
  role_name varchar(20),
  person varchar(100),
  hours int,
  escalate_to varchar(100),
  step_state varchar(10) not null,
  due_at timestamp,
  escalated_at timestamp,
  decided_by varchar(100),
  on_behalf_of varchar(100),
  decided_at timestamp,
  reason varchar(1000),
  version bigint not null
);
create index order_approval_by_state on order_approval (step_state, order_id, id);
create table order_absence (
  id bigint not null primary key,
  person varchar(100) not null,
  substitute varchar(100) not null,
  from_date date not null,
  to_date date not null
);
create index order_absence_by_person on order_absence (person);
