-- an order of 500 lines is longer than a column of characters may be
alter table channel_inbox add column order_text clob;
update channel_inbox set order_text = order_json;
alter table channel_inbox drop column order_json;
