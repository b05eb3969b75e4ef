-- A usual text stays in its row: a look into it is one page instead of a walk through an index of
-- pieces. Only what is longer than a page holds goes elsewhere. Rows that are there keep their form
-- until they are written again.
alter table article_search set (toast_tuple_target = 8160);
