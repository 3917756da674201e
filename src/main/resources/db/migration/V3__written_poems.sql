-- Poems that the bot wrote, and who likes which. Runs on H2 and on PostgreSQL.
create table written_poem (
  id bigint generated always as identity (cache 1) primary key,
  platform varchar not null,
  asker_id varchar not null,
  community varchar not null,
  seed varchar not null,
  form varchar not null,
  temperature double precision not null,
  mood varchar not null,
  text varchar not null,
  model varchar not null,
  written_at timestamp(6) with time zone not null
);

create index written_poem_by_asker on written_poem (platform, asker_id, id);
create index written_poem_by_time on written_poem (written_at);

create table poem_like (
  written_poem_id bigint not null references written_poem (id) on delete cascade,
  platform varchar not null,
  author_id varchar not null,
  liked_at timestamp(6) with time zone not null,
  primary key (written_poem_id, platform, author_id)
);
