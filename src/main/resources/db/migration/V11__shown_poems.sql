-- What a community is shown is found in an index, however many poems it has. Runs on H2 and on PostgreSQL.
-- likes: how many votes it has. pick: where it stands between 0 and 1, for picking one of many; a multiple of the
-- golden ratio without its whole part, so that poems in a row are spread evenly.
alter table poem add column likes integer default 0 not null;
alter table poem add column pick double precision default 0 not null;

update poem set
  likes = (select count(*) from poem_vote where poem_vote.poem_id = poem.id),
  pick = mod(id * 61803398875, 100000000000) / 100000000000.0e0;

drop index poem_by_community;
create index poem_by_likes on poem (platform, community, status, may_display, likes desc, id desc);
create index poem_by_pick on poem (platform, community, status, may_display, pick);
