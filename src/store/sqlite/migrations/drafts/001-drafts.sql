-- Texts that organisations are still writing.

create table draft (
  row integer primary key,
  slug text not null,
  id text not null,
  organisation text not null,
  kind text not null,
  text integer,
  revision integer,
  title text not null,
  version integer not null,
  by integer not null,
  at integer not null,
  bytes integer not null,
  seal integer,
  unique (slug, id)
) strict;
create index draft_owner on draft (slug, organisation, at desc);
create index draft_bytes on draft (slug, organisation, bytes);

-- What a draft says, apart from it: a list of drafts is read without their words.
create table words (
  row integer primary key references draft (row) on delete cascade,
  version integer not null,
  body text not null,
  pens text not null,
  seal integer
) strict;

-- How many rows were ever written or removed: noted beside the file, too. See written.ts.
create table written (
  row integer primary key,
  number integer not null
) strict;
insert into written values (1, 0);
