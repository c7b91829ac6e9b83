-- Until the end of the transaction.
SELECT set_config('search_path', $1, true)
