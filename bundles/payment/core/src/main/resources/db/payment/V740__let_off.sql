-- of what is credited: let off for returned goods or by credit notes, which stays when the order becomes smaller
alter table payment_account add column let_off decimal(19,4) default 0 not null;
update payment_account set let_off = credited where credited > 0
  and credited <= (select coalesce(sum(c.amount), 0) from payment_credit c where c.order_id = payment_account.order_id);
update payment_account set let_off = (select sum(c.amount) from payment_credit c where c.order_id = payment_account.order_id) where credited > 0
  and credited > (select coalesce(sum(c.amount), 0) from payment_credit c where c.order_id = payment_account.order_id)
  and exists (select 1 from payment_credit c where c.order_id = payment_account.order_id);
