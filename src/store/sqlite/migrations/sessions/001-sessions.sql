-- Who is signed in.

create table session (
  token_hash text primary key,
  slug text not null,
  organisation text not null,
  delegate integer not null,
  key text not null,
  created integer not null,
  expires integer not null
) strict, without rowid;
create index session_expires on session (expires);
create index session_delegate on session (slug, organisation, delegate, created);
