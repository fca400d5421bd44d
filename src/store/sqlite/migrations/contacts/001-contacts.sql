-- How delegates are reached. In every table here `row` names a row and `seal` is its checksum: see sealed.ts.

create table contact (
  row integer primary key,
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
  seal integer,
  unique (slug, organisation, delegate)
) strict;
create index contact_address on contact (slug, folded);

-- How many rows were ever written or removed: noted beside the file, too. See written.ts.
create table written (
  row integer primary key,
  number integer not null
) strict;
insert into written values (1, 0);
