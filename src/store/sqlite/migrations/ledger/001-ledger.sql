-- What was done for whom within a day, under hashes.

create table counted (
  row integer primary key,
  name text not null,
  at integer not null,
  seal integer
) strict;
create index counted_name on counted (name, at);
create index counted_at on counted (at);
