-- of which orders it was said that a payment is overdue, and for which date: each once
create table payment_overdue_told (
  order_id bigint not null,
  due_on date not null,
  told_at timestamp not null,
  constraint payment_overdue_once primary key (order_id, due_on)
);
