-- What counting reads: whole indexes instead of rows, which hold the poems. Runs on H2 and on PostgreSQL.
create index poem_census on poem (platform, community, status, submitted_at, author_id, may_train);
create index written_poem_census on written_poem (platform, community, written_at, id);
create index poem_like_census on poem_like (written_poem_id, liked_at);
