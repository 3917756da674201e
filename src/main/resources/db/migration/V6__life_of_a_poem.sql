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
