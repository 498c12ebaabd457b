-- a payment is written with every order: lists of all and of those to confirm read other indexes
drop index payment_newest;
drop index payment_by_pending;
