-- Who is signed in.

create table session (
  row integer primary key,
  token_hash text not null unique,
  slug text not null,
  organisation text not null,
  delegate integer not null,
  key text not null,
  created integer not null,
  expires integer not null,
  seal integer
) strict;
create index session_expires on session (expires);
create index session_delegate on session (slug, organisation, delegate, created);

-- How many rows were ever written or removed: noted beside the file, too. See written.ts.
create table written (
  row integer primary key,
  number integer not null
) strict;
insert into written values (1, 0);
