-- an order of 500 lines is longer than 32,000 characters
alter table channel_inbox alter column order_json type text;
alter table channel_inbox rename column order_json to order_text;
