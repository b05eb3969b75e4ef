-- Rotating a key: the secret before the present one goes on for a while. Package auth.
alter table api_key
  add column previous_sha256 text collate "C" unique,
  add column previous_until timestamptz,
  add check ((previous_sha256 is null) = (previous_until is null));
