-- Where a reprint comes from, and content emptied for ever. Package edition.
-- {source, title, author, url} of the original; set exactly for reprints.
alter table article_draft add column provenance jsonb;

alter table article_revision
  add column provenance jsonb,
  -- Body and pictures were emptied by an administrator; hashes and times stay.
  add column purged_at timestamptz;

-- The target of a closed account is no longer shown anywhere, and its code says whose it was.
alter table follow_target drop constraint follow_target_state_check;
alter table follow_target
  add constraint follow_target_state_check check (state in ('hidden', 'open', 'closed'));

alter table account
  add column public_note text collate "C",
  add column internal_note text collate "C";

-- Of a withdrawn article nobody sees digest and cover: emptying them is no public change.
drop trigger change_guard_update on article;
create constraint trigger change_guard_update after update on article
  deferrable initially deferred for each row
  when ((old.state <> 'draft' or new.state <> 'draft')
    and to_jsonb(old) - change_desk_only('article')
      - case when old.state = 'withdrawn' and new.state = 'withdrawn'
          then '{digest,cover}'::text[] else '{}'::text[] end
    is distinct from to_jsonb(new) - change_desk_only('article')
      - case when old.state = 'withdrawn' and new.state = 'withdrawn'
          then '{digest,cover}'::text[] else '{}'::text[] end)
  execute function change_guard();
