-- with the key of the lines: whether a customer ordered the same a moment ago is asked with every order, and answered without reading one
drop index orders_by_customer;
create index orders_by_customer on orders (customer_id, placed_key desc, lines_key);
