-- Where authors stand with the moderators, and who changed it. Runs on H2 and on PostgreSQL.
create table author_standing (
  platform varchar not null,
  author_id varchar not null,
  standing varchar(7) not null,
  primary key (platform, author_id),
  constraint standing_is_known check (standing in ('BANNED', 'TRUSTED'))
);

-- Rows are never changed.
create table standing_change (
  id bigint generated always as identity (cache 1) primary key,
  poem_id bigint not null references poem (id),
  kind varchar(8) not null,
  platform varchar not null,
  moderator_id varchar not null,
  reason varchar(500) not null,
  changed_at timestamp(6) with time zone not null,
  constraint change_is_known check (kind in ('BANNED', 'TRUSTED', 'PARDONED'))
);

create index decision_by_time on decision (decided_at, id);
create index standing_change_by_time on standing_change (changed_at, id);
