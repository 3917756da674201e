-- Which trainings were run, on which poems, and how they ended. Runs on H2 and on PostgreSQL.
create table training_run (
  id bigint generated always as identity (cache 1) primary key,
  model varchar not null,
  cause varchar(8) not null,
  begun_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  outcome varchar(11) not null,
  -- True or null, so that being unique lets at most one run go on.
  running boolean,
  poems integer not null,
  reason varchar not null,
  constraint run_alone unique (running),
  constraint run_is_running check (running),
  constraint run_cause_is_known check (cause in ('ASKED', 'SCHEDULE', 'POEMS')),
  constraint run_outcome_is_known
    check (outcome in ('RUNNING', 'PROMOTED', 'REJECTED', 'FAILED', 'INTERRUPTED')),
  constraint run_agrees
    check ((outcome = 'RUNNING') = (running is not null)
      and (outcome = 'RUNNING') = (ended_at is null))
);

-- Models are named after their runs: those that are there have had one.
insert into training_run (model, cause, begun_at, ended_at, outcome, poems, reason)
select name, 'ASKED', trained_at, trained_at,
  case when state = 'REJECTED' then 'REJECTED' else 'PROMOTED' end, poems, coalesce(reason, '')
from model_version order by id;

create index training_run_by_model on training_run (model);

create table lesson (
  run_id bigint not null references training_run (id) on delete cascade,
  poem_id bigint not null references poem (id),
  primary key (run_id, poem_id)
);

alter table model_version drop constraint model_state_is_known;
alter table model_version add constraint model_state_is_known
  check (state in ('IN_SERVICE', 'RETIRED', 'FORGOTTEN', 'REJECTED'));
