-- Who likes which submitted poem, and what a community is shown. Runs on H2 and on PostgreSQL.
create table poem_vote (
  poem_id bigint not null references poem (id) on delete cascade,
  platform varchar not null,
  author_id varchar not null,
  liked_at timestamp(6) with time zone not null,
  primary key (poem_id, platform, author_id)
);

create index poem_vote_by_voter on poem_vote (platform, author_id, poem_id);
create index poem_like_by_voter on poem_like (platform, author_id, written_poem_id);
create index poem_by_community on poem (platform, community, status);

-- What a poem is recognised by, also when its text is gone: salted hashes of a sample of its runs of
-- three words, without their order.
create table poem_fingerprint (
  poem_id bigint not null references poem (id) on delete cascade,
  shingle bigint not null,
  primary key (poem_id, shingle)
);

create index poem_fingerprint_by_shingle on poem_fingerprint (shingle);

-- The salt of those hashes, drawn when the database is first opened; one row.
create table fingerprint_salt (
  id integer primary key,
  salt varchar(64) not null,
  constraint fingerprint_salt_is_one check (id = 1)
);

create index poem_by_time on poem (platform, author_id, submitted_at);

-- Where poems come from that nobody gave: those of an imported corpus.
create table poem_origin (
  poem_id bigint primary key references poem (id) on delete cascade,
  licence varchar not null,
  provenance varchar not null
);
