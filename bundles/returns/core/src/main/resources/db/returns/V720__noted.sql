-- of what is credited with a line: what credit notes that were issued by hand had let off before
alter table return_line add column noted decimal(19,4) default 0 not null;
