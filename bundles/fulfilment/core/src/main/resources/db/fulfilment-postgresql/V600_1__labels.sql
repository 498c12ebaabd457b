-- the databases have no type for bytes in common
alter table parcel_label add column content bytea;
