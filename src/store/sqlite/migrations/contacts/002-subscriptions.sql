-- Who gets the issues of a periodical by mail.
create table subscription (
  row integer primary key,
  slug text not null,
  periodical integer not null,
  address text not null,
  folded text not null,
  language text not null,
  since integer not null,
  up_to integer not null,
  bounced integer not null,
  seal integer,
  unique (slug, periodical, folded)
) strict;
create index subscription_address on subscription (slug, folded);
create index subscription_behind on subscription (slug, periodical, up_to);
