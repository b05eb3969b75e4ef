-- The key that signs preview links: one for all nodes, made when first needed. Package edition.
create table preview_key (
  id smallint primary key check (id = 1),
  secret bytea not null
);
