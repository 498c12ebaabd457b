-- for statements only that ask for all orders: else the planner walks it past any number of newer orders to find those of an old channel or country
drop index orders_by_placed;
create index orders_by_placed on orders (placed_key desc) where id > 0;
