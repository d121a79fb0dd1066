-- Codes that an administrator gives out, so that a new box fetches a backup once: hashes alone. What a code has opened is
-- fetched by a token until it ends.

create table restore_codes (
  clinic_id uuid not null references clinics,
  code_hash bytea not null,
  expires_at bigint not null,
  backup_id uuid,
  token_hash bytea,
  token_expires_at bigint,
  primary key (clinic_id, code_hash)
);
call protect_clinic_table('restore_codes');
