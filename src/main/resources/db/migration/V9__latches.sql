-- What only one at a time may change, over all processes: whoever changes it raises the version first, and so
-- holds the row until the end of the transaction. Runs on H2 and on PostgreSQL.
create table latch (
  name varchar(20) primary key,
  version bigint not null
);

insert into latch (name, version) values ('LIKES', 0), ('MODELS', 0), ('STANDINGS', 0);
