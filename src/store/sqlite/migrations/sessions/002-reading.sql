-- How far delegates have read.
create table reading (
  row integer primary key,
  slug text not null,
  organisation text not null,
  delegate integer not null,
  up_to integer not null,
  at integer not null,
  seal integer,
  unique (slug, organisation, delegate)
) strict;
