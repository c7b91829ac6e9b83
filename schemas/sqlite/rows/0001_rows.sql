-- Rows: whatever stands here is made again from the ledgers. The cursor lies with the rows that it
-- speaks of, so that both move in one transaction. Columns stand in the order of `read-model`.
-- Deleted values are overwritten (secure_delete).

CREATE TABLE cursor_v1 (
    ledger TEXT NOT NULL CONSTRAINT cursor_v1_pk PRIMARY KEY,
    position INTEGER NOT NULL CONSTRAINT cursor_v1_is_a_count CHECK (position >= 0),
    epoch INTEGER NOT NULL CONSTRAINT cursor_v1_epoch_is_a_count CHECK (epoch >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment_v1 (
    ledger TEXT NOT NULL,
    assignment TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    unit TEXT,
    title TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT assignment_v1_pk PRIMARY KEY (ledger, assignment)
) STRICT, WITHOUT ROWID;

CREATE TABLE award_v1 (
    ledger TEXT NOT NULL,
    award TEXT NOT NULL,
    campaign TEXT NOT NULL,
    decision TEXT NOT NULL,
    register_number INTEGER,
    certificate_date TEXT,
    certificate TEXT,
    handed_over_at INTEGER,
    reissue_reason TEXT,
    prize TEXT,
    legal_regime TEXT,
    base_wage INTEGER,
    coefficient_bp INTEGER,
    amount INTEGER,
    paid_at INTEGER,
    recovered INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT award_v1_pk PRIMARY KEY (ledger, award)
) STRICT, WITHOUT ROWID;

CREATE TABLE campaign_v1 (
    ledger TEXT NOT NULL,
    campaign TEXT NOT NULL,
    title TEXT NOT NULL,
    year INTEGER NOT NULL,
    criteria_version INTEGER NOT NULL,
    launched_on TEXT,
    due INTEGER,
    times TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT campaign_v1_pk PRIMARY KEY (ledger, campaign)
) STRICT, WITHOUT ROWID;

CREATE TABLE clear_value_v1 (
    ledger TEXT NOT NULL,
    value TEXT NOT NULL,
    owner TEXT NOT NULL,
    text TEXT NOT NULL,
    spelled TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    CONSTRAINT clear_value_v1_pk PRIMARY KEY (ledger, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX clear_value_v1_by_owner ON clear_value_v1 (ledger, owner);

CREATE TABLE decision_v1 (
    ledger TEXT NOT NULL,
    decision TEXT NOT NULL,
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    is_legacy INTEGER NOT NULL,
    stage TEXT NOT NULL,
    presentation TEXT,
    refers_to TEXT,
    collectives INTEGER NOT NULL,
    individuals INTEGER NOT NULL,
    number INTEGER,
    symbol TEXT,
    folded TEXT,
    decided_on TEXT,
    drafted_at INTEGER NOT NULL,
    signed_at INTEGER,
    issued_at INTEGER,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT decision_v1_pk PRIMARY KEY (ledger, decision)
) STRICT, WITHOUT ROWID;

CREATE TABLE eligibility_v1 (
    ledger TEXT NOT NULL,
    eligibility TEXT NOT NULL,
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit TEXT NOT NULL,
    is_eligible INTEGER NOT NULL,
    reason_code TEXT NOT NULL,
    planned_done INTEGER,
    planned_total INTEGER,
    committed_done INTEGER,
    committed_total INTEGER,
    score_bp INTEGER,
    prior_score_bp INTEGER,
    fact_status TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT eligibility_v1_pk PRIMARY KEY (ledger, eligibility)
) STRICT, WITHOUT ROWID;

CREATE TABLE fund_entry_v1 (
    ledger TEXT NOT NULL,
    entry TEXT NOT NULL,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL,
    decision TEXT,
    nomination TEXT,
    amount INTEGER NOT NULL,
    moved_at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT fund_entry_v1_pk PRIMARY KEY (ledger, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE hold_v1 (
    ledger TEXT NOT NULL,
    hold TEXT NOT NULL,
    subject TEXT NOT NULL,
    ground TEXT NOT NULL,
    verifying_body TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    review_by TEXT NOT NULL,
    lifted_at INTEGER,
    outcome TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT hold_v1_pk PRIMARY KEY (ledger, hold)
) STRICT, WITHOUT ROWID;

CREATE INDEX hold_v1_in_force ON hold_v1 (ledger, subject) WHERE lifted_at IS NULL;

CREATE TABLE nomination_v1 (
    ledger TEXT NOT NULL,
    nomination TEXT NOT NULL,
    code TEXT NOT NULL,
    campaign TEXT NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    nominee_ref TEXT NOT NULL,
    name_value TEXT,
    title_value TEXT,
    gate TEXT NOT NULL,
    reason_code TEXT,
    rank INTEGER,
    slot TEXT,
    place TEXT,
    substitute_reviewer TEXT,
    substitute_confirmer TEXT,
    reviewer TEXT,
    submission TEXT,
    receipt_no TEXT,
    legal_regime TEXT,
    council_session TEXT,
    presentation TEXT,
    decision TEXT,
    number INTEGER,
    symbol TEXT,
    decided_on TEXT,
    role TEXT,
    scope_unit TEXT,
    assignee TEXT,
    act TEXT,
    since INTEGER,
    counted_from INTEGER,
    due INTEGER,
    carrier TEXT,
    drafted_at INTEGER NOT NULL,
    proposed_at INTEGER,
    endorsed_at INTEGER,
    submitted_at INTEGER,
    received_at INTEGER,
    assigned_at INTEGER,
    reviewed_at INTEGER,
    listed_at INTEGER,
    council_at INTEGER,
    presented_at INTEGER,
    chairman_at INTEGER,
    signed_at INTEGER,
    awarded_at INTEGER,
    changed_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT nomination_v1_pk PRIMARY KEY (ledger, nomination)
) STRICT, WITHOUT ROWID;

CREATE INDEX nomination_v1_by_unit ON nomination_v1 (ledger, unit, nomination);

CREATE INDEX nomination_v1_by_gate ON nomination_v1 (ledger, gate, nomination);

CREATE INDEX nomination_v1_by_role ON nomination_v1 (ledger, role, since) WHERE role IS NOT NULL;

CREATE TABLE person_v1 (
    ledger TEXT NOT NULL,
    person TEXT NOT NULL,
    name_value TEXT NOT NULL,
    category TEXT NOT NULL,
    unit TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT person_v1_pk PRIMARY KEY (ledger, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_v1 (
    ledger TEXT NOT NULL,
    item TEXT NOT NULL,
    campaign TEXT,
    unit TEXT,
    role TEXT NOT NULL,
    scope_unit TEXT,
    assignee TEXT,
    act TEXT NOT NULL,
    memory TEXT NOT NULL,
    since INTEGER NOT NULL,
    counted_from INTEGER NOT NULL,
    due INTEGER,
    position INTEGER NOT NULL,
    CONSTRAINT queue_v1_pk PRIMARY KEY (ledger, item)
) STRICT, WITHOUT ROWID;

CREATE INDEX queue_v1_by_role ON queue_v1 (ledger, role, since);

CREATE TABLE quota_v1 (
    ledger TEXT NOT NULL,
    quota TEXT NOT NULL,
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    places INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT quota_v1_pk PRIMARY KEY (ledger, quota)
) STRICT, WITHOUT ROWID;

CREATE TABLE slot_v1 (
    ledger TEXT NOT NULL,
    slot TEXT NOT NULL,
    campaign TEXT NOT NULL,
    kind TEXT NOT NULL,
    holder_kind TEXT NOT NULL,
    holder TEXT NOT NULL,
    granted INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT slot_v1_pk PRIMARY KEY (ledger, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE ticket_v1 (
    ledger TEXT NOT NULL,
    ticket TEXT NOT NULL,
    kind TEXT NOT NULL,
    campaign TEXT NOT NULL,
    unit TEXT,
    nomination TEXT,
    topic TEXT NOT NULL,
    state TEXT NOT NULL,
    is_general INTEGER NOT NULL,
    text TEXT,
    answer TEXT,
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT ticket_v1_pk PRIMARY KEY (ledger, ticket)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_v1 (
    ledger TEXT NOT NULL,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    spelled TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    kind TEXT NOT NULL,
    group_id TEXT NOT NULL,
    staff INTEGER NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    position INTEGER NOT NULL,
    CONSTRAINT unit_v1_pk PRIMARY KEY (ledger, unit)
) STRICT, WITHOUT ROWID;

-- What the planner may assume, so that plans are the same on an empty file and on a full one: two
-- ledgers of 3,000 nominations, 32 units, 19 gates. Source: sqlite.org/optoverview.html, "manual
-- control of query plans using SQLITE_STAT tables".
ANALYZE sqlite_schema;

INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('nomination_v1', 'nomination_v1', '6000 3000 1'),
    ('nomination_v1', 'nomination_v1_by_unit', '6000 3000 94 1'),
    ('nomination_v1', 'nomination_v1_by_gate', '6000 3000 158 1'),
    ('nomination_v1', 'nomination_v1_by_role', '3000 1500 500 1'),
    ('queue_v1', 'queue_v1', '400 200 1'),
    ('queue_v1', 'queue_v1_by_role', '400 200 34 1'),
    ('clear_value_v1', 'clear_value_v1', '400 200 1'),
    ('clear_value_v1', 'clear_value_v1_by_owner', '400 200 2');
