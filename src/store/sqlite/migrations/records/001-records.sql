-- Records: what has been appended, to the byte.

create table conference (
  id integer primary key,
  slug text not null unique,
  -- Its id, the hash of its founding act: there is no second record of it under another slug.
  hash text not null unique
) strict;

-- key = conference.id × 2^32 + the entry's index: dense, in order, and one B-tree.
create table entry (
  key integer primary key,
  bytes blob not null
) strict;

-- Content beside the record; erasing one deletes its row.
create table attachment (
  conference integer not null references conference (id),
  hash blob not null,
  salt blob not null,
  content blob not null,
  unique (conference, hash)
) strict;
