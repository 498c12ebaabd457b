-- the databases have no type for bytes in common
alter table order_attachment_part add column content bytea;
-- Derby makes an index for each foreign key itself
create index order_template_line_by_template on order_template_line (template_id);
create index order_plan_by_template on order_plan (template_id);
create index order_attachment_by_order on order_attachment (order_id);
create index order_attachment_part_by_attachment on order_attachment_part (attachment_id);
alter table order_template alter column name_lower type varchar(100) collate "C";
