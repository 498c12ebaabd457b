alter table web_answer add column body clob;
