-- orders that more was paid for than they are worth now: few, so that no other order carries a column for it
create table payment_to_give_back (
  order_id bigint not null primary key,
  since timestamp not null
);
