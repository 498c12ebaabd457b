-- Derby makes an index for each foreign key itself
create index order_approval_by_order on order_approval (order_id);
