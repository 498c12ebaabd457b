create index order_charge_by_order on order_charge (order_id);
