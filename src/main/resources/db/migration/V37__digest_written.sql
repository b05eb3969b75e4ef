-- Whether somebody wrote a revision's digest, or it is the begin of its text. Package edition.

-- What releases before 0.6 derive: the first 54 code points of the lines joined by a space, without
-- white space at both ends (the characters that Java's String.strip takes away).
create function digest_of_old_rule(body_text text) returns text language sql immutable as $$
  select btrim(left(replace(ltrim(body_text, E'\n'), E'\n', ' '), 54),
    U&'\0009\000A\000B\000C\000D\001C\001D\001E\001F\0020\1680\2000\2001\2002\2003\2004\2005\2006\2008\2009\200A\2028\2029\205F\3000')
$$;

-- Computed while the table is rewritten: the trigger that keeps revisions as they are is not asked,
-- and no second copy of every row is left behind. A column like any other afterwards.
alter table article_revision add column digest_written boolean not null generated always as
  (coalesce(digest <> digest_of_old_rule(text), false)) stored;
alter table article_revision alter column digest_written drop expression;

-- The previous release, which knows nothing of the column, may still run.
create function article_revision_digest() returns trigger language plpgsql as $$
begin
  new.digest_written := coalesce(new.digest <> digest_of_old_rule(new.text), false);
  return new;
end $$;

create trigger article_revision_digest before insert on article_revision
  for each row when (new.digest_written is null) execute function article_revision_digest();

-- A draft without a digest gets a derived one. Restoring a revision copied its derived digest.
update article_draft draft set digest = null where exists (
  select from article_revision revision where revision.article_id = draft.article_id
    and revision.digest = draft.digest and not revision.digest_written);
