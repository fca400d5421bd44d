-- What the host’s key has signed, and how far each record had come: kept apart from the records.

create table signed (
  conference text not null,
  size integer not null,
  root blob not null,
  primary key (conference, size)
) strict, without rowid;

create table acknowledged (
  conference text primary key,
  slug text not null,
  size integer not null,
  root blob not null
) strict, without rowid;
