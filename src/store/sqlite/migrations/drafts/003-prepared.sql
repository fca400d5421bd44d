-- Acts that a delegate has prepared for others to sign, and apart from them what was typed.
create table prepared (
  row integer primary key,
  slug text not null,
  id text not null,
  organisation text not null,
  kind text not null,
  title text not null,
  text integer,
  revision integer,
  by integer not null,
  at integer not null,
  note text not null,
  aside_by integer,
  aside_at integer,
  aside_words text,
  bytes integer not null,
  seal integer,
  unique (slug, id)
) strict;
create index prepared_owner on prepared (slug, organisation, at desc);
create index prepared_bytes on prepared (slug, organisation, bytes);
create index prepared_at on prepared (at);
create table prepared_words (
  row integer primary key references prepared (row) on delete cascade,
  at integer not null,
  typed text not null,
  seal integer
) strict;
