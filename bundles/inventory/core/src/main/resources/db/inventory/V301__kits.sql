-- how much one unit of the line takes; null if the line is no kit
alter table stock_reservation add column per_kit decimal(19,4);
