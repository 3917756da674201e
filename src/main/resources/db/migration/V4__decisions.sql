-- Who decided what about which poem. Rows are never changed. Runs on H2 and on PostgreSQL.
create table decision (
  id bigint generated always as identity (cache 1) primary key,
  poem_id bigint not null references poem (id),
  verdict varchar(8) not null,
  platform varchar not null,
  moderator_id varchar not null,
  reason varchar(500) not null,
  decided_at timestamp(6) with time zone not null,
  constraint decision_verdict_is_known check (verdict in ('APPROVED', 'REJECTED'))
);

create index decision_by_poem on decision (poem_id, id);
