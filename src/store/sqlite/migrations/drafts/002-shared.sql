-- Statements that several organisations write together. Who is invited, and by which links, stands beside what is found by it.

create table shared (
  row integer primary key,
  slug text not null,
  id text not null,
  owner text not null,
  invited text not null,
  links text not null,
  change integer not null,
  at integer not null,
  bytes integer not null,
  content text not null,
  seal integer,
  unique (slug, id)
) strict;
create index shared_owner on shared (slug, at desc);
