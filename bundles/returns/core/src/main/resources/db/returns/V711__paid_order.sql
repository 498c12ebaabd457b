-- what a replacement was paid with stands at the order that it replaces, and so does the line; of others it is the order itself
alter table return_request add column paid_order_id bigint default 0 not null;
update return_request set paid_order_id = order_id;
create index return_by_paid_order on return_request (paid_order_id, id);
alter table return_line add column paid_line_id bigint default 0 not null;
update return_line set paid_line_id = order_line_id;
