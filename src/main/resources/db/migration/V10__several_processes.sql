-- What several processes on one database know of each other. Runs on H2 and on PostgreSQL.
create table process (
  -- Never given again, so that who was taken for dead cannot be mistaken for who came after.
  id bigint generated always as identity (cache 1) primary key,
  name varchar not null,
  -- Rises for as long as the process lives.
  beat bigint not null,
  joined_at timestamp(6) with time zone not null
);

-- What one process does for all; free when its process is gone.
create table duty (
  name varchar(20) primary key,
  process_id bigint references process (id) on delete set null
);

insert into duty (name) values ('BELL'), ('TELEGRAM');

alter table training_run add column process_id bigint;
alter table training_run add column process varchar;
alter table training_run add column done double precision;

-- The files of models that can serve, for processes that have not trained them.
create table model_file (
  model varchar not null,
  name varchar not null,
  bytes bigint not null,
  sha256 varchar(64) not null,
  primary key (model, name)
);

create table model_chunk (
  model varchar not null,
  name varchar not null,
  number integer not null,
  content bytea not null,
  primary key (model, name, number),
  foreign key (model, name) references model_file (model, name) on delete cascade
);

-- What came from Telegram: its content until it is answered, its number until Telegram cannot give it again.
create table telegram_update (
  id bigint primary key,
  process_id bigint references process (id) on delete set null,
  tries integer not null,
  content varchar not null,
  answered boolean not null
);

create index telegram_update_open on telegram_update (answered, id);

-- What somebody was asked on Telegram and has answered so far.
create table telegram_dialogue (
  name varchar primary key,
  content varchar not null
);
