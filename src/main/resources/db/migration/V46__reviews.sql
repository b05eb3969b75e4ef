-- Reviews before publishing (三审三校). Packages account and editing.review.

-- The stages that content has to pass, and who signs them; null: no review.
alter table account add column review jsonb;

-- What reviewers said, and of which content. Rows only get added: a change of the content, a return
-- or a publication makes older ones count no more.
create table review_signature (
  -- In the order of signing: assigned while the account is locked.
  id bigint generated always as identity primary key,
  account_id uuid not null references account,
  edition_id uuid not null references edition on delete cascade,
  -- Null: the edition as a whole, before it goes live.
  article_id uuid references article on delete cascade,
  stage text collate "C" not null,
  verdict text collate "C" not null check (verdict in ('agree', 'return')),
  note text collate "C",
  content_sha256 text collate "C" not null,
  -- Version of the edition or article that the reviewer saw.
  version bigint not null,
  -- The id of the key, which a rotation keeps.
  signer text collate "C" not null,
  by_name text collate "C" not null,
  -- Facts that the rules of the account are applied to, also after these change.
  scopes text[] collate "C" not null,
  author boolean not null,
  at timestamptz not null
);

create index review_signature_edition on review_signature (edition_id, id);
create index review_signature_article on review_signature (article_id, id);

create table review_comment (
  id uuid primary key,
  account_id uuid not null references account,
  article_id uuid not null references article on delete cascade,
  -- Block, range in code points and text of the passage; null: the article as a whole.
  block text collate "C",
  passage_start integer,
  passage_end integer,
  quote text collate "C",
  text text collate "C" not null,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  resolved_at timestamptz,
  resolved_by text collate "C",
  check (num_nulls(block, passage_start, passage_end, quote) in (0, 4)),
  check ((resolved_at is null) = (resolved_by is null))
);

create index review_comment_article on review_comment (article_id, id);

-- Administrators may review, as with every scope.
update api_key
set scopes = array(select s from unnest(scopes || 'content:review'::text) s order by s collate "C")
where scopes @> array['admin'] and not scopes @> array['content:review'];
