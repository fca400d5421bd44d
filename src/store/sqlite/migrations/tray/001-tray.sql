-- Mail that came in, and what was dropped of it.

create table mail (
  row integer primary key,
  slug text not null,
  id text not null,
  at integer not null,
  sender text not null,
  recipients text not null,
  from_address text not null,
  from_name text not null,
  size integer not null,
  view text,
  fate text not null,
  kind text generated always as (fate ->> 'kind') stored,
  stranger integer generated always as (fate ->> 'kind' not in ('new', 'placed') and (view is null or view ->> 'organisation' is null)) stored,
  seal integer,
  unique (slug, id)
) strict;
create index mail_kind on mail (slug, kind, at desc);
create index mail_fresh on mail (at) where kind = 'new';
create index mail_stranger on mail (slug, at) where stranger;

-- The bytes of a mail, apart from it: it is listed without them.
create table raw (
  row integer primary key references mail (row) on delete cascade,
  content blob not null,
  seal integer
) strict;

create table dropped (
  row integer primary key,
  slug text not null unique,
  mails integer not null,
  last integer not null,
  seal integer
) strict;

-- How many rows were ever written or removed: noted beside the file, too. See written.ts.
create table written (
  row integer primary key,
  number integer not null
) strict;
insert into written values (1, 0);
