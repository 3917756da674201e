-- What came since a moment is found in an index, however many poems there are. Runs on H2 and on PostgreSQL.
create index poem_by_arrival on poem (submitted_at);
