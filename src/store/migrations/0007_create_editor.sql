-- Editors are whoever can sign in. These tables belong to the library that signs them in (better-auth); its columns
-- are named as it names them. Times are ISO 8601 text in UTC, yes and no are 1 and 0.
CREATE TABLE editor (
  id               TEXT PRIMARY KEY,
  name             TEXT NOT NULL,
  email            TEXT NOT NULL UNIQUE,  -- small letters; names the editor in every row they write
  emailVerified    INTEGER NOT NULL,
  image            TEXT,
  createdAt        TEXT NOT NULL,
  updatedAt        TEXT NOT NULL,
  twoFactorEnabled INTEGER,
  role             TEXT NOT NULL CHECK (role IN ('translator', 'editor', 'reviewer', 'publisher', 'installer', 'contractor')),
  locales          TEXT NOT NULL CHECK (json_valid(locales)), -- of a translator: JSON array of BCP 47 tags
  disabledAt       TEXT                   -- an editor is never deleted: their name stays on what they wrote
) STRICT;

CREATE TRIGGER editor_kept BEFORE DELETE ON editor BEGIN SELECT RAISE(ABORT, 'an editor is never deleted'); END;

CREATE TABLE editor_session (
  id        TEXT PRIMARY KEY,
  expiresAt TEXT NOT NULL,
  token     TEXT NOT NULL UNIQUE,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  ipAddress TEXT,
  userAgent TEXT,
  userId    TEXT NOT NULL REFERENCES editor (id)
) STRICT;

CREATE INDEX editor_session_by_editor ON editor_session (userId);

-- How an editor signs in: by a password of this site, or by the province's own provider.
CREATE TABLE editor_account (
  id                    TEXT PRIMARY KEY,
  accountId             TEXT NOT NULL,
  providerId            TEXT NOT NULL,
  userId                TEXT NOT NULL REFERENCES editor (id),
  accessToken           TEXT,
  refreshToken          TEXT,
  idToken               TEXT,
  accessTokenExpiresAt  TEXT,
  refreshTokenExpiresAt TEXT,
  scope                 TEXT,
  password              TEXT,             -- hashed by the library (scrypt)
  createdAt             TEXT NOT NULL,
  updatedAt             TEXT NOT NULL
) STRICT;

CREATE INDEX editor_account_by_editor ON editor_account (userId);

CREATE TABLE editor_verification (
  id         TEXT PRIMARY KEY,
  identifier TEXT NOT NULL,
  value      TEXT NOT NULL,
  expiresAt  TEXT NOT NULL,
  createdAt  TEXT NOT NULL,
  updatedAt  TEXT NOT NULL
) STRICT;

CREATE INDEX editor_verification_by_identifier ON editor_verification (identifier);

-- The second factor: one-time passwords by time (RFC 6238) and recovery codes, both encrypted by the library.
CREATE TABLE editor_second_factor (
  id                      TEXT PRIMARY KEY,
  secret                  TEXT NOT NULL,
  backupCodes             TEXT NOT NULL,
  userId                  TEXT NOT NULL REFERENCES editor (id),
  verified                INTEGER,
  failedVerificationCount INTEGER,
  lockedUntil             TEXT
) STRICT;

CREATE INDEX editor_second_factor_by_editor ON editor_second_factor (userId);
CREATE INDEX editor_second_factor_by_secret ON editor_second_factor (secret);

CREATE TABLE editor_rate_limit (
  id          TEXT PRIMARY KEY,
  key         TEXT NOT NULL UNIQUE,
  count       INTEGER NOT NULL,
  lastRequest INTEGER NOT NULL             -- milliseconds since 1970
) STRICT;

-- One-time addresses: the first editor's set-up, invitations, and the way back in for somebody locked out. Only a
-- digest of the address is kept. Used, revoked or replaced ones stay, with when and by whom.
CREATE TABLE editor_invitation (
  digest     TEXT PRIMARY KEY,             -- SHA-256, hexadecimal, of the secret part of the address
  purpose    TEXT NOT NULL CHECK (purpose IN ('set-up', 'invitation', 'reset')),
  email      TEXT,                         -- null for the first editor, who names it
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  locales    TEXT NOT NULL CHECK (json_valid(locales)),
  by         TEXT NOT NULL,
  at         TEXT NOT NULL,                -- ISO 8601, UTC
  expires    TEXT NOT NULL,
  ended_at   TEXT,
  ended_by   TEXT                          -- who used it or took it back
) STRICT;

CREATE INDEX editor_invitation_by_email ON editor_invitation (email);
