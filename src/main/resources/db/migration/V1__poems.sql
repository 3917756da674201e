-- Poems that were given, each with what its author allowed. Runs on H2 and on PostgreSQL.
create table poem (
  id bigint generated always as identity (cache 1) primary key,
  platform varchar not null,
  author_id varchar not null,
  author_name varchar not null,
  community varchar not null,
  title varchar(100) not null,
  text varchar(4000) not null,
  -- SHA-256 of the text without blanks and case; null once withdrawn.
  text_key varchar(64),
  status varchar(9) not null,
  submitted_at timestamp(6) with time zone not null,
  withdrawn_at timestamp(6) with time zone,
  may_train boolean not null,
  may_display boolean not null,
  may_attribute boolean not null,
  consent_version varchar not null,
  consented_at timestamp(6) with time zone not null,
  constraint poem_status_is_known
    check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  constraint poem_is_there_until_withdrawn
    check ((status = 'WITHDRAWN') = (text_key is null)),
  constraint poem_withdrawn_is_erased
    check (status <> 'WITHDRAWN'
      or (title = '' and text = '' and author_name = '' and withdrawn_at is not null))
);

create index poem_by_author on poem (platform, author_id, id);
create index poem_by_status on poem (status, may_train, id);
create index poem_by_text on poem (text_key);
