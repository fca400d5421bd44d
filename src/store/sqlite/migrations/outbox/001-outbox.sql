-- Mail that goes out. `at` is when a queued one is due, and otherwise since when the state holds.

create table mail (
  row integer primary key,
  slug text not null,
  key text not null,
  kind text not null,
  entry integer,
  organisation text,
  delegate integer,
  data text,
  address text not null,
  language text not null,
  message_id text not null,
  token text not null unique,
  urgent integer not null,
  queued integer not null,
  attempts integer not null default 0,
  state text not null default 'queued',
  at integer not null,
  answer text,
  seal integer,
  unique (slug, key)
) strict;
create index mail_message_id on mail (message_id);
create index mail_entry on mail (slug, entry) where entry is not null;
create index mail_state on mail (slug, state);
create index mail_due on mail (urgent desc, at, row) where state = 'queued';

-- How many rows were ever written or removed: noted beside the file, too. See written.ts.
create table written (
  row integer primary key,
  number integer not null
) strict;
insert into written values (1, 0);
