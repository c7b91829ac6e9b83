-- Rows: whatever stands here is made again from the ledgers. The cursor lies with the rows that it
-- speaks of, so that both move in one transaction. Columns stand in the order of `read-model`; texts
-- are compared byte by byte, as in every other store.
--
-- Tables are named without their schema: the same script makes the rows that are served and those
-- that are built beside them.

CREATE TABLE cursor_v1 (
    ledger text COLLATE "C" NOT NULL CONSTRAINT cursor_v1_pk PRIMARY KEY,
    position bigint NOT NULL CONSTRAINT cursor_v1_is_a_count CHECK (position >= 0),
    epoch bigint NOT NULL CONSTRAINT cursor_v1_epoch_is_a_count CHECK (epoch >= 0)
);

CREATE TABLE assignment_v1 (
    ledger text COLLATE "C" NOT NULL,
    assignment text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    unit text COLLATE "C",
    title text COLLATE "C" NOT NULL,
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    position bigint NOT NULL,
    CONSTRAINT assignment_v1_pk PRIMARY KEY (ledger, assignment)
);

CREATE TABLE award_v1 (
    ledger text COLLATE "C" NOT NULL,
    award text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    decision text COLLATE "C" NOT NULL,
    register_number bigint,
    certificate_date text COLLATE "C",
    certificate text COLLATE "C",
    handed_over_at bigint,
    reissue_reason text COLLATE "C",
    prize text COLLATE "C",
    legal_regime text COLLATE "C",
    base_wage bigint,
    coefficient_bp bigint,
    amount bigint,
    paid_at bigint,
    recovered bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT award_v1_pk PRIMARY KEY (ledger, award)
);

CREATE TABLE campaign_v1 (
    ledger text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    year bigint NOT NULL,
    criteria_version bigint NOT NULL,
    launched_on text COLLATE "C",
    due bigint,
    times text COLLATE "C",
    position bigint NOT NULL,
    CONSTRAINT campaign_v1_pk PRIMARY KEY (ledger, campaign)
);

CREATE TABLE clear_value_v1 (
    ledger text COLLATE "C" NOT NULL,
    value text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    spelled text COLLATE "C" NOT NULL,
    folded text COLLATE "C" NOT NULL,
    sort_key text COLLATE "C" NOT NULL,
    CONSTRAINT clear_value_v1_pk PRIMARY KEY (ledger, value)
);

CREATE INDEX clear_value_v1_by_owner ON clear_value_v1 (ledger, owner);

CREATE TABLE decision_v1 (
    ledger text COLLATE "C" NOT NULL,
    decision text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    is_legacy bigint NOT NULL,
    stage text COLLATE "C" NOT NULL,
    presentation text COLLATE "C",
    refers_to text COLLATE "C",
    collectives bigint NOT NULL,
    individuals bigint NOT NULL,
    number bigint,
    symbol text COLLATE "C",
    folded text COLLATE "C",
    decided_on text COLLATE "C",
    drafted_at bigint NOT NULL,
    signed_at bigint,
    issued_at bigint,
    version bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT decision_v1_pk PRIMARY KEY (ledger, decision)
);

CREATE TABLE eligibility_v1 (
    ledger text COLLATE "C" NOT NULL,
    eligibility text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    is_eligible bigint NOT NULL,
    reason_code text COLLATE "C" NOT NULL,
    planned_done bigint,
    planned_total bigint,
    committed_done bigint,
    committed_total bigint,
    score_bp bigint,
    prior_score_bp bigint,
    fact_status text COLLATE "C",
    position bigint NOT NULL,
    CONSTRAINT eligibility_v1_pk PRIMARY KEY (ledger, eligibility)
);

CREATE TABLE fund_entry_v1 (
    ledger text COLLATE "C" NOT NULL,
    entry text COLLATE "C" NOT NULL,
    year bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    decision text COLLATE "C",
    nomination text COLLATE "C",
    amount bigint NOT NULL,
    moved_at bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT fund_entry_v1_pk PRIMARY KEY (ledger, entry)
);

CREATE TABLE hold_v1 (
    ledger text COLLATE "C" NOT NULL,
    hold text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    ground text COLLATE "C" NOT NULL,
    verifying_body text COLLATE "C" NOT NULL,
    placed_at bigint NOT NULL,
    review_by text COLLATE "C" NOT NULL,
    lifted_at bigint,
    outcome text COLLATE "C",
    position bigint NOT NULL,
    CONSTRAINT hold_v1_pk PRIMARY KEY (ledger, hold)
);

CREATE INDEX hold_v1_in_force ON hold_v1 (ledger, subject) WHERE lifted_at IS NULL;

CREATE TABLE nomination_v1 (
    ledger text COLLATE "C" NOT NULL,
    nomination text COLLATE "C" NOT NULL,
    code text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    nominee_ref text COLLATE "C" NOT NULL,
    name_value text COLLATE "C",
    title_value text COLLATE "C",
    gate text COLLATE "C" NOT NULL,
    reason_code text COLLATE "C",
    rank bigint,
    slot text COLLATE "C",
    place text COLLATE "C",
    substitute_reviewer text COLLATE "C",
    substitute_confirmer text COLLATE "C",
    reviewer text COLLATE "C",
    submission text COLLATE "C",
    receipt_no text COLLATE "C",
    legal_regime text COLLATE "C",
    council_session text COLLATE "C",
    presentation text COLLATE "C",
    decision text COLLATE "C",
    number bigint,
    symbol text COLLATE "C",
    decided_on text COLLATE "C",
    role text COLLATE "C",
    scope_unit text COLLATE "C",
    assignee text COLLATE "C",
    act text COLLATE "C",
    since bigint,
    counted_from bigint,
    due bigint,
    carrier text COLLATE "C",
    drafted_at bigint NOT NULL,
    proposed_at bigint,
    endorsed_at bigint,
    submitted_at bigint,
    received_at bigint,
    assigned_at bigint,
    reviewed_at bigint,
    listed_at bigint,
    council_at bigint,
    presented_at bigint,
    chairman_at bigint,
    signed_at bigint,
    awarded_at bigint,
    changed_at bigint NOT NULL,
    version bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT nomination_v1_pk PRIMARY KEY (ledger, nomination)
);

CREATE INDEX nomination_v1_by_unit ON nomination_v1 (ledger, unit, nomination);

CREATE INDEX nomination_v1_by_gate ON nomination_v1 (ledger, gate, nomination);

CREATE INDEX nomination_v1_by_role ON nomination_v1 (ledger, role, since) WHERE role IS NOT NULL;

CREATE TABLE person_v1 (
    ledger text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    name_value text COLLATE "C" NOT NULL,
    category text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT person_v1_pk PRIMARY KEY (ledger, person)
);

CREATE TABLE queue_v1 (
    ledger text COLLATE "C" NOT NULL,
    item text COLLATE "C" NOT NULL,
    campaign text COLLATE "C",
    unit text COLLATE "C",
    role text COLLATE "C" NOT NULL,
    scope_unit text COLLATE "C",
    assignee text COLLATE "C",
    act text COLLATE "C" NOT NULL,
    memory text COLLATE "C" NOT NULL,
    since bigint NOT NULL,
    counted_from bigint NOT NULL,
    due bigint,
    position bigint NOT NULL,
    CONSTRAINT queue_v1_pk PRIMARY KEY (ledger, item)
);

CREATE INDEX queue_v1_by_role ON queue_v1 (ledger, role, since);

CREATE TABLE quota_v1 (
    ledger text COLLATE "C" NOT NULL,
    quota text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    places bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT quota_v1_pk PRIMARY KEY (ledger, quota)
);

CREATE TABLE slot_v1 (
    ledger text COLLATE "C" NOT NULL,
    slot text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    holder_kind text COLLATE "C" NOT NULL,
    holder text COLLATE "C" NOT NULL,
    granted bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT slot_v1_pk PRIMARY KEY (ledger, slot)
);

CREATE TABLE ticket_v1 (
    ledger text COLLATE "C" NOT NULL,
    ticket text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    campaign text COLLATE "C" NOT NULL,
    unit text COLLATE "C",
    nomination text COLLATE "C",
    topic text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    is_general bigint NOT NULL,
    text text COLLATE "C",
    answer text COLLATE "C",
    opened_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT ticket_v1_pk PRIMARY KEY (ledger, ticket)
);

CREATE TABLE unit_v1 (
    ledger text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    spelled text COLLATE "C" NOT NULL,
    folded text COLLATE "C" NOT NULL,
    sort_key text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    group_id text COLLATE "C" NOT NULL,
    staff bigint NOT NULL,
    valid_from text COLLATE "C" NOT NULL,
    valid_until text COLLATE "C",
    position bigint NOT NULL,
    CONSTRAINT unit_v1_pk PRIMARY KEY (ledger, unit)
);

-- A name that is forgotten must not stay for long in a row that is only marked as deleted.
ALTER TABLE clear_value_v1 SET (
    autovacuum_vacuum_threshold = 0,
    autovacuum_vacuum_scale_factor = 0
);
