//! The static statements, one file each under `schemas/sql/sqlite/`.

macro_rules! statements {
    ($($name:ident = $file:literal;)+) => {
        $(pub(crate) const $name: &str =
            include_str!(concat!("../../../schemas/sql/sqlite/", $file, ".sql"));)+
    };
}

statements! {
    BEGIN = "begin";
    COMMIT = "commit";
    FIND_LEDGER = "find_ledger";
    LIST_LEDGERS = "list_ledgers";
    INSERT_LEDGER = "insert_ledger";
    LAST_EVENT = "last_event";
    DATA_VERSION = "data_version";
    FIND_STREAM = "find_stream";
    INSERT_STREAM = "insert_stream";
    FIND_COMMAND = "find_command";
    INSERT_COMMAND = "insert_command";
    COUNT_NEW_COMMANDS = "count_new_commands";
    MOVE_NEW_COMMANDS = "move_new_commands";
    DELETE_NEW_COMMANDS = "delete_new_commands";
    COUNT_RECENT_COMMANDS = "count_recent_commands";
    MOVE_RECENT_COMMANDS = "move_recent_commands";
    DELETE_RECENT_COMMANDS = "delete_recent_commands";
    INSERT_EVENT = "insert_event";
    READ_PAGE = "read_page";
    NAME_STREAM = "name_stream";
    READ_SEATS = "read_seats";
    READ_STREAM = "read_stream";
    LIST_PLACES = "list_places";
    HOLD_ROWS = "hold_rows";
    ATTACH_OTHER_ROWS = "attach_other_rows";
    ATTACH_KEPT_ROWS = "attach_kept_rows";
    OTHER_ROWS_BEHIND = "other_rows_behind";
    OTHER_ROWS_TAKE_EPOCHS = "other_rows_take_epochs";

    FIND_KEY = "find_key";
    KEEP_KEY = "keep_key";
    DESTROY_KEY = "destroy_key";
    DELETE_REFERENCES = "delete_references";
    KEEP_REFERENCE = "keep_reference";
    FIND_OWNER = "find_owner";
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
    KEEP_CLIENT_KEY = "keep_client_key";
    REMOVE_CLIENT_KEY = "remove_client_key";
    USE_ASSERTION = "use_assertion";
    KEEP_ACCESS_TOKEN = "keep_access_token";
    FIND_ACCESS_TOKEN = "find_access_token";
    KEEP_CLIENT_GRANT = "keep_client_grant";
    DELETE_CLIENT_GRANT = "delete_client_grant";
    FORGET_ASSERTIONS = "forget_assertions";
    FORGET_ACCESS_TOKENS = "forget_access_tokens";
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
    KEEP_LEASE_HOLDER = "keep_lease_holder";
    DELETE_LEASE_HOLDERS = "delete_lease_holders";
    LIST_LEASE_HOLDERS = "list_lease_holders";
    RENEW_LEASES = "renew_leases";
    TAKE_LEASES = "take_leases";
    GIVE_LEASE_BACK = "give_lease_back";
    GIVE_LEASES_BACK = "give_leases_back";

    LIST_LOGS = "list_logs";
    FIND_LOG = "find_log";
    MOVE_LOG = "move_log";
    FIND_TILE = "find_tile";
    KEEP_TILE = "keep_tile";
    LIST_CHECKPOINTS = "list_checkpoints";
    KEEP_CHECKPOINT = "keep_checkpoint";
}
