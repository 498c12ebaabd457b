-- Derby makes an index for each foreign key itself
create index dispatch_parcel_of on dispatch_parcel (dispatch_id);
create index dispatch_item_of on dispatch_item (parcel_id);
-- prefixes are ranges of an index
alter table dispatch alter column number_lower type varchar(40) collate "C";
alter table dispatch alter column order_lower type varchar(60) collate "C";
alter table dispatch_parcel alter column tracking_lower type varchar(100) collate "C";
alter table tracking_event alter column tracking_lower type varchar(100) collate "C";
