//! The static statements, one file each under `schemas/sql/postgres/`.

macro_rules! statements {
    ($($name:ident = $file:literal;)+) => {
        $(pub(crate) const $name: &str =
            include_str!(concat!("../../../schemas/sql/postgres/", $file, ".sql"));)+
    };
}

statements! {
    LOCK_MIGRATIONS = "lock_migrations";
    CREATE_SCHEMAS = "create_schemas";
    GRANT = "grant";
    IS_TABLE = "is_table";
    LEDGER_VERSION = "ledger_version";
    OFFICE_VERSION = "office_version";
    SEAL_VERSION = "seal_version";

    FIND_LEDGER = "find_ledger";
    LIST_LEDGERS = "list_ledgers";
    LIST_MOVED_LEDGERS = "list_moved_ledgers";
    LOCK_LEDGERS_TABLE = "lock_ledgers_table";
    IS_READ_ONLY = "is_read_only";
    INSERT_LEDGER = "insert_ledger";
    LOCK_LEDGERS = "lock_ledgers";
    PREPARE_KEEP_LOCKS = "prepare_keep_locks";
    PREPARE_MOVE_LOCKS = "prepare_move_locks";
    READ_TAILS = "read_tails";
    LAST_EVENTS = "last_events";
    FIND_STREAMS = "find_streams";
    FIND_COMMANDS = "find_commands";
    INSERT_STREAMS = "insert_streams";
    INSERT_EVENTS = "insert_events";
    APPEND_ALONE = "append_alone";
    SET_SCHEMA = "set_schema";
    SHARE_ROWS = "share_rows";
    LOCK_ROWS_OF_LEDGER = "lock_rows_of_ledger";
    READ_PAGE = "read_page";
    READ_FIRSTS = "read_firsts";
    LIST_PLACES = "list_places";
    NAME_STREAMS = "name_streams";
    LOCK_OTHER_ROWS_OF_LEDGER = "lock_other_rows_of_ledger";
    LIST_OTHER_ROWS = "list_other_rows";
    BEGIN = "begin";
    COMMIT = "commit";
    LOCK_ROW_SETS = "lock_row_sets";
    MAKE_NEXT_ROWS = "make_next_rows";
    GRANT_NEXT_ROWS = "grant_next_rows";
    TAKE_PREVIOUS_ROWS = "take_previous_rows";
    ANALYZE_OTHER_ROWS = "analyze_other_rows";
    HOLD_ROWS = "hold_rows";
    NEXT_ROWS_BEHIND = "next_rows_behind";
    NEXT_ROWS_TAKE_EPOCHS = "next_rows_take_epochs";
    LOCK_SERVED_ROWS = "lock_served_rows";
    SWITCH_ROWS = "switch_rows";
    READ_SEATS = "read_seats";
    READ_STREAM = "read_stream";

    FIND_KEYS = "find_keys";
    KEEP_KEY = "keep_key";
    DESTROY_KEY = "destroy_key";
    KEEP_REFERENCE = "keep_reference";
    FIND_OWNERS = "find_owners";
    KEEP_CREDENTIAL = "keep_credential";
    FIND_CREDENTIAL = "find_credential";
    LIST_CREDENTIALS = "list_credentials";
    REVOKE_CREDENTIAL = "revoke_credential";
    KEEP_CLIENT = "keep_client";
    FIND_CLIENT = "find_client";
    LIST_CLIENTS = "list_clients";
    LIST_CLIENT_GRANTS = "list_client_grants";
    LIST_CLIENT_KEYS = "list_client_keys";
    REVOKE_CLIENT = "revoke_client";
    KEEP_CLIENT_GRANT = "keep_client_grant";
    DELETE_CLIENT_GRANT = "delete_client_grant";
    KEEP_CLIENT_KEY = "keep_client_key";
    REMOVE_CLIENT_KEY = "remove_client_key";
    USE_ASSERTION = "use_assertion";
    KEEP_ACCESS_TOKEN = "keep_access_token";
    FIND_ACCESS_TOKEN = "find_access_token";
    KEEP_FILE = "keep_file";
    FIND_FILE = "find_file";
    LIST_FILES = "list_files";
    LIST_CURSORS = "list_cursors";
    MOVE_CURSOR = "move_cursor";
    KEEP_STOP = "keep_stop";
    CLEAR_STOP = "clear_stop";
    LIST_STOPS = "list_stops";
    KEEP_HALT = "keep_halt";
    LIFT_HALT = "lift_halt";
    LIST_HALTS = "list_halts";
    KEEP_READ_ONLY = "keep_read_only";
    LIFT_READ_ONLY = "lift_read_only";
    FIND_READ_ONLY = "find_read_only";
    KEEP_ACK = "keep_ack";
    FIND_ACK = "find_ack";
    LIST_ACKS = "list_acks";
    LIST_ACKS_OF = "list_acks_of";
    FORGET_CONSUMER = "forget_consumer";
    RENEW_LEASES = "renew_leases";
    TAKE_LEASES = "take_leases";
    GIVE_LEASES_BACK = "give_leases_back";
    LEAVE = "leave";
    LIST_LEASE_HOLDERS = "list_lease_holders";

    LIST_LOGS = "list_logs";
    FIND_LOG = "find_log";
    FIND_TILES = "find_tiles";
    GROW_LOG = "grow_log";
    KEEP_CHECKPOINT = "keep_checkpoint";
}
