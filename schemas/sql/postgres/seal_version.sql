SELECT coalesce(max(version), 0) FROM seal.migration
