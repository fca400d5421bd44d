-- Mail that came in, and what was dropped of it.

create table mail (
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
  primary key (slug, id)
) strict, without rowid;
create index mail_kind on mail (slug, kind, at desc);
create index mail_fresh on mail (at) where kind = 'new';
create index mail_stranger on mail (slug, at) where stranger;

create table raw (
  slug text not null,
  id text not null,
  content blob not null,
  foreign key (slug, id) references mail (slug, id) on delete cascade
) strict;
create unique index raw_mail on raw (slug, id);

create table dropped (
  slug text primary key,
  mails integer not null,
  last integer not null
) strict, without rowid;
