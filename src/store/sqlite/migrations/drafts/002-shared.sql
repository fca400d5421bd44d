-- Statements that several organisations write together. Who is invited, and by which links, stands beside what is found by it.

create table shared (
  row integer primary key,
  slug text not null,
  id text not null,
  owner text not null,
  invited text not null,
  links text not null,
  title text not null,
  guests text not null,
  by text not null,
  change integer not null,
  at integer not null,
  bytes integer not null,
  seal integer,
  unique (slug, id)
) strict;
create index shared_owner on shared (slug, at desc);

-- What its versions say, apart from it: a list is read without their words.
create table shared_words (
  row integer primary key references shared (row) on delete cascade,
  change integer not null,
  versions text not null,
  seal integer
) strict;
