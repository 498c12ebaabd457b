-- files of the order that are about a return
create table return_photo (
  return_id bigint not null,
  attachment_id bigint not null,
  primary key (return_id, attachment_id)
);
