-- lost, and nobody looks for it any more
alter table dispatch add column given_up smallint not null default 0;
