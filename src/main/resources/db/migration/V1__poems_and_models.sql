-- Poems that people gave, with what they allowed. A withdrawn poem keeps its row, without its words.
create table poem (
  id                  bigint generated always as identity primary key,
  platform            varchar(32)  not null,
  author_id           varchar(64)  not null,
  author_name         varchar(200) not null,
  community           varchar(64)  not null,
  title               varchar(400) not null,
  text                varchar(16000) not null,
  text_hash           varchar(64),
  status              varchar(16)  not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  consent_training    boolean      not null,
  consent_display     boolean      not null,
  consent_attribution boolean      not null,
  consent_version     varchar(32)  not null,
  consent_at          timestamp with time zone not null,
  submitted_at        timestamp with time zone not null,
  withdrawn_at        timestamp with time zone
);

create index poem_by_author on poem (platform, author_id, id);
create index poem_by_status on poem (status, consent_training, id);
create index poem_by_text on poem (text_hash);

-- Every model that was trained here and judged. The one in service writes the poems; while none is, the
-- base model that the program came with does.
create table model_version (
  id                 bigint generated always as identity primary key,
  name               varchar(100) not null unique,
  parent             varchar(100) not null,
  trained_at         timestamp with time zone not null,
  poems              integer not null,
  perplexity_before  double precision not null,
  perplexity_after   double precision not null,
  state              varchar(16) not null check (state in ('IN_SERVICE', 'RETIRED', 'REJECTED')),
  reason             varchar(1000)
);
