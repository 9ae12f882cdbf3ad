-- A database as version 1 of the schema kept it. It stays as it is: every later version must be able to open it.
PRAGMA application_id = 1113940843;
PRAGMA user_version = 1;
CREATE TABLE campaigns (
    id          TEXT PRIMARY KEY,
    document    TEXT NOT NULL,
    launched    TEXT,
    status      TEXT NOT NULL CHECK (status IN ('draft', 'live', 'paused')),
    etag        TEXT NOT NULL,
    updated_at  TEXT NOT NULL,
    CHECK (status = 'draft' OR launched IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE TABLE counts (
    campaign TEXT PRIMARY KEY REFERENCES campaigns (id) ON DELETE CASCADE,
    shown    INTEGER NOT NULL DEFAULT 0,
    clicked  INTEGER NOT NULL DEFAULT 0,
    closed   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE pictures (
    hash         TEXT PRIMARY KEY,
    width        INTEGER NOT NULL,
    height       INTEGER NOT NULL,
    unused_since INTEGER,
    png          BLOB NOT NULL
) STRICT;
CREATE TABLE picture_uses (
    campaign TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,
    picture  TEXT NOT NULL REFERENCES pictures (hash),
    PRIMARY KEY (campaign, picture)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_uses_by_picture ON picture_uses (picture);
CREATE TABLE answers (
    key         TEXT PRIMARY KEY,
    fingerprint BLOB NOT NULL,
    status      INTEGER NOT NULL,
    etag        TEXT,
    location    TEXT,
    body        BLOB NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX answers_by_age ON answers (at);
INSERT INTO campaigns VALUES ('draft', '{
  "format": "beckon.campaign",
  "version": 1,
  "id": "draft",
  "name": "Taslak",
  "platform": "web_messenger",
  "time_zone": "Europe/London",
  "audience": {
    "all": [
      {
        "field": "page_views",
        "operator": "greater_than",
        "value": 1
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "text",
    "text": "d",
    "user_say": "Hello"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 0,
    "priority": 1
  },
  "launcher_image": "current"
}
', NULL, 'draft', '"tag-0"', '2026-11-22T11:00:00.000Z');
INSERT INTO campaigns VALUES ('live', '{
  "format": "beckon.campaign",
  "version": 1,
  "id": "live",
  "name": "Renamed",
  "platform": "web_messenger",
  "time_zone": "Europe/London",
  "audience": {
    "all": [
      {
        "field": "page_views",
        "operator": "greater_than",
        "value": 1
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "text",
    "text": "new",
    "user_say": "Hello"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 0,
    "priority": 1
  },
  "launcher_image": "current",
  "launched_at": "2026-11-22T10:00:00.000Z"
}
', '{
  "format": "beckon.campaign",
  "version": 1,
  "id": "live",
  "name": "As launched",
  "platform": "web_messenger",
  "time_zone": "Europe/London",
  "audience": {
    "all": [
      {
        "field": "page_views",
        "operator": "greater_than",
        "value": 1
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "text",
    "text": "old",
    "user_say": "Hello"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 0,
    "priority": 1
  },
  "launcher_image": "current",
  "launched_at": "2026-11-22T10:00:00.000Z"
}
', 'live', '"tag-1"', '2026-11-22T11:00:00.000Z');
INSERT INTO campaigns VALUES ('paused', '{
  "format": "beckon.campaign",
  "version": 1,
  "id": "paused",
  "name": "A tip",
  "platform": "web_messenger",
  "time_zone": "Europe/London",
  "audience": {
    "all": [
      {
        "field": "page_views",
        "operator": "greater_than",
        "value": 1
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "text",
    "text": "p",
    "user_say": "Hello"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 0,
    "priority": 1
  },
  "launcher_image": "current",
  "launched_at": "2026-11-22T10:00:00.000Z"
}
', '{
  "format": "beckon.campaign",
  "version": 1,
  "id": "paused",
  "name": "A tip",
  "platform": "web_messenger",
  "time_zone": "Europe/London",
  "audience": {
    "all": [
      {
        "field": "page_views",
        "operator": "greater_than",
        "value": 1
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "text",
    "text": "p",
    "user_say": "Hello"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 0,
    "priority": 1
  },
  "launcher_image": "current",
  "launched_at": "2026-11-22T10:00:00.000Z"
}
', 'paused', '"tag-2"', '2026-11-22T11:00:00.000Z');
INSERT INTO campaigns VALUES ('spoilt', '{broken', NULL, 'draft', '"tag-3"', '2026-11-22T11:00:00.000Z');
INSERT INTO campaigns VALUES ('spoilt-live', '{
  "format": "beckon.campaign",
  "version": 1,
  "id": "spoilt-live",
  "name": "A tip",
  "platform": "web_messenger",
  "time_zone": "Europe/London",
  "audience": {
    "all": [
      {
        "field": "page_views",
        "operator": "greater_than",
        "value": 1
      }
    ]
  },
  "activity": {
    "join": "and",
    "conditions": []
  },
  "content": {
    "type": "text",
    "text": "s",
    "user_say": "Hello"
  },
  "schedule": {
    "repeat_cycle": null,
    "message_delay": 0,
    "priority": 1
  },
  "launcher_image": "current",
  "launched_at": "2026-11-22T10:00:00.000Z"
}
', '{broken', 'live', '"tag-4"', '2026-11-22T11:00:00.000Z');
INSERT INTO counts VALUES ('live', 120, 14, 61);
INSERT INTO answers VALUES ('k', x'00', 200, '"tag-0"', NULL, x'7b7d', 1795341600);
