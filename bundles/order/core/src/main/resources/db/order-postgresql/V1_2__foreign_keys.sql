-- Derby makes an index for each foreign key itself
create index order_line_by_order on order_line (order_id);
create index order_finding_by_order on order_finding (order_id);
create index order_shipment_by_order on order_shipment (order_id);
