-- Browsers that follow without the app are devices too. Package reader.
-- The hash of the secret in the browser's cookie; null for an installation of the app. A browser
-- has hashes of refresh tokens as well, because the previous release requires them, but nobody
-- was ever given such a token.
alter table device add column browser_sha256 text collate "C" unique;
