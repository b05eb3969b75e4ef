-- What a purge empties, and whose draft a preview link shows. Packages edition and idempotency.

-- Of a withdrawn article nobody sees these: emptying them is no public change.
drop trigger change_guard_update on article;
create constraint trigger change_guard_update after update on article
  deferrable initially deferred for each row
  when ((old.state <> 'draft' or new.state <> 'draft')
    and to_jsonb(old) - change_desk_only('article')
      - case when old.state = 'withdrawn' and new.state = 'withdrawn'
          then '{kicker,title,subtitle,digest,source,author,cover}'::text[] else '{}'::text[] end
    is distinct from to_jsonb(new) - change_desk_only('article')
      - case when old.state = 'withdrawn' and new.state = 'withdrawn'
          then '{kicker,title,subtitle,digest,source,author,cover}'::text[] else '{}'::text[] end)
  execute function change_guard();

alter table idempotency
  -- The ids that stand in the answer, which itself nobody can read here; null: not looked for.
  add column things uuid[],
  -- The answer held content that was emptied; it is given to nobody any more.
  add column purged boolean not null default false;

-- A draft that is made anew is another one, of the same article.
alter table article_draft add column draft_id uuid not null default gen_random_uuid();
