-- Texts that organisations are still writing.

create table draft (
  slug text not null,
  id text not null,
  organisation text not null,
  kind text not null,
  text integer,
  revision integer,
  title text not null,
  body text not null,
  version integer not null,
  by integer not null,
  at integer not null,
  pens text not null,
  bytes integer generated always as (octet_length(title) + octet_length(body) + octet_length(pens)) stored,
  primary key (slug, id)
) strict;
create index draft_owner on draft (slug, organisation, at desc);
create index draft_bytes on draft (slug, organisation, bytes);
