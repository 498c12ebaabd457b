alter table assignment_decision add column said_json varchar(4000);
