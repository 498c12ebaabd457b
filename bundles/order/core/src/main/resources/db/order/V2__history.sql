-- taking an import back finds its orders by this
create index orders_by_run on orders (import_run);
