-- How delegates are reached.

create table contact (
  slug text not null,
  organisation text not null,
  delegate integer not null,
  address text not null,
  folded text not null,
  confirmation text not null,
  code_hash text,
  confirmation_at integer,
  wrong integer not null,
  language text not null,
  zone text not null,
  digest text not null,
  last_digest integer,
  bulletins integer not null,
  told_up_to integer,
  push text,
  push_key text,
  primary key (slug, organisation, delegate)
) strict, without rowid;
create index contact_address on contact (slug, folded);
