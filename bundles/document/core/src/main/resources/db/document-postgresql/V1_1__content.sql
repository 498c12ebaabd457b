-- the databases have no type for bytes in common
alter table document_content add column content bytea;
