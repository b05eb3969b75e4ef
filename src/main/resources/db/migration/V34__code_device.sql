-- Codes remember the device that made them, and end with it. Package reader.

-- A join code ends with its device, however that ends, and so does one that the device has used:
-- with "set null" it was unused again. The previous release writes rows without a device.
alter table join_code
  add column device_id uuid references device on delete cascade,
  drop constraint join_code_used_by_fkey,
  add constraint join_code_used_by_fkey foreign key (used_by) references device on delete cascade;

create index join_code_device on join_code (device_id);
create index join_code_used_by on join_code (used_by);

-- No reference: a recovery code stays when its device signs itself out, and still says whose it was.
alter table recovery_code add column device_id uuid;

-- True once a recovery code has ended with its device, until the reader has a new one.
alter table reader add column recovery_code_due boolean not null default false;

-- Nobody knows who made the old ones: they count as made by the reader's first device.
update join_code c set device_id =
  (select d.id from device d where d.reader_key = c.reader_key order by d.created_at, d.id limit 1);
update recovery_code c set device_id =
  (select d.id from device d where d.reader_key = c.reader_key order by d.created_at, d.id limit 1);
