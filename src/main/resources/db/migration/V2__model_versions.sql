-- Which models were trained, and which one writes the poems. Runs on H2 and on PostgreSQL.
create table model_version (
  id bigint generated always as identity (cache 1) primary key,
  name varchar not null,
  parent varchar not null,
  trained_at timestamp(6) with time zone not null,
  poems integer not null,
  perplexity_before double precision not null,
  perplexity_after double precision not null,
  state varchar(10) not null,
  -- True or null, so that being unique lets at most one model be in service.
  in_service boolean,
  reason varchar,
  constraint model_name_is_unique unique (name),
  constraint model_in_service_is_alone unique (in_service),
  constraint model_state_is_known check (state in ('IN_SERVICE', 'RETIRED', 'REJECTED')),
  constraint model_in_service_is_true check (in_service),
  constraint model_in_service_agrees
    check ((state = 'IN_SERVICE') = (in_service is not null)),
  constraint model_reason_when_rejected check ((state = 'REJECTED') = (reason is not null)),
  constraint model_poems_not_negative check (poems >= 0)
);
