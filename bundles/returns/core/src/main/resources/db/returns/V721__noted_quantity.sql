-- the pieces that go with it
alter table return_line add column noted_quantity decimal(19,4) default 0 not null;
