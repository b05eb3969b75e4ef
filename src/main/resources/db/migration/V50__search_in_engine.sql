-- Articles are searched in the engine's index of each node, drafts by reading them. The tables of
-- the index before (article_search, desk_search, gram_share, search_state) stay for one release,
-- because nodes of the release before go on to search and write them during an upgrade. The next
-- release drops them with their triggers. Nothing here reads them any more.

-- What a node of this release changes: rows without their words, so that nodes of the release
-- before fold them anew, and a purge leaves no word behind. New articles are added by those nodes.
create function article_search_changed() returns trigger language plpgsql as $$
begin
  if new.state = 'published' then
    update article_search set fold_version = 0, title_f = '', head_f = '', all_f = '',
        title_g = '{}', g = '{}'
      where article_id = new.id and fold_version > 0;
  else
    delete from article_search where article_id = new.id;
  end if;
  return null;
end $$;

create trigger article_search_changed after update of state, live_rev on article
  for each row when (old.state = 'published'
    and (new.state <> 'published' or old.live_rev <> new.live_rev))
  execute function article_search_changed();

-- A row that waits to be folded is not written again with each change of the draft.
create or replace function desk_search_mark(article uuid, of_copy text, account uuid) returns void
language sql as $$
  insert into desk_search values (article, of_copy, account, 0, '', '', '', '{}', '{}')
  on conflict (article_id, copy) do update set fold_version = 0, title_f = '', head_f = '',
    all_f = '', title_g = '{}', g = '{}' where desk_search.fold_version > 0
$$;
