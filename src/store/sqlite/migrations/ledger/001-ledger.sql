-- What was done for whom within a day, under hashes.

create table counted (
  row integer primary key,
  name text not null,
  at integer not null,
  seal integer
) strict;
create index counted_name on counted (name, at);
create index counted_at on counted (at);

-- How many rows were ever written or removed: noted beside the file, too. See written.ts.
create table written (
  row integer primary key,
  number integer not null
) strict;
insert into written values (1, 0);
