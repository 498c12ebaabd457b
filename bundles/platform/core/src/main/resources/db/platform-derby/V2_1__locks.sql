-- Derby waits for a lock for a minute, and looks for deadlocks only after 20 s, unless told otherwise
call syscs_util.syscs_set_database_property('derby.locks.waitTimeout', '10');
call syscs_util.syscs_set_database_property('derby.locks.deadlockTimeout', '1');
