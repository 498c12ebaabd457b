create index order_hold_by_order on order_hold (order_id);
