### Requests that fail before any rule is asked.

problem-malformed = The request cannot be read
    .detail = The content of the request has the wrong form. Correct the place named and send it again.
problem-invalid-parameter = A parameter is not valid
    .detail = A parameter is missing, repeated or has another form. Correct each one that is named and send the request again.
problem-not-acceptable = Not in a form that is asked for
    .detail = What is asked for does not come in a form that Accept names. Forms that are given: { $available }.
problem-no-key = The request has no idempotency key
    .detail = Every command carries a key of its own (Idempotency-Key), so that it is never recorded twice. Add one and send it again.
problem-unauthenticated = It is not known who asks
    .detail = The token is missing, expired or revoked. Send one that holds in Authorization: Bearer, or ask for a new one.
problem-forbidden = Not permitted
    .detail = The acting assignment does not permit this. Use another assignment or ask somebody who may.
problem-not-found = Not found
    .detail = There is no such thing or address, or the asker may not know of it. Check the address and the code in it; /openapi.json names the addresses.
problem-conflict = Too many writers at once
    .detail = The request was tried several times, and something else was always faster. Nothing was recorded; send it again with the same key.
problem-stale = The case has changed
    .detail = The version that was seen is no longer the latest. Nothing was recorded; load it again, read what changed, then decide.
problem-key-reused = The idempotency key belongs to another request
    .detail = The key is known with other content. Use a new key for a new request.
problem-unknown-document = The document is not here
    .detail = The document that the request names was not uploaded, or with another size or type. Upload it first, or name the size and type that the upload answered, and send the request again.
problem-document-truncated = The document did not arrive whole
    .detail = The file broke off on its way or was broken before: it begins like a document and does not end like one. Nothing was kept; open the original to check it, then upload it again.
problem-document-too-large = The document is too large
    .detail = The document, or what it unpacks to, is beyond the limit of { $max_bytes } bytes. Nothing was kept; scan it at a lower resolution or split it.
problem-document-mislabelled = The document is not what it is announced as
    .detail = Content-Type announces { $announced_type ->
        [none] nothing
       *[other] { $announced_type }
    }, the bytes are { $found_type ->
        [unknown] none of the types that are taken
       *[other] { $found_type }
    }. Nothing was kept; send the type that the file has. Types that are taken: { $accepted }.
problem-document-repeated = The document is here already
    .detail = These bytes were kept before (SHA-256 { $sha256 }) and are not kept twice. Name that document by the sha256, media_type and size given in facts.
problem-unknown-person = The person is not known
    .detail = The request names a person who is not in the directory. Register the person first, or find the identifier at /api/v1/people.
problem-erased = The personal data are erased
    .detail = The data of this person were lawfully erased for ever; nothing can be added or read.
problem-rate-limited = Too many requests
    .detail = Wait as long as Retry-After says and send it again.
problem-unavailable = Not available at the moment
    .detail = The system cannot answer. Send it again in a few minutes with the same key; what was recorded is not recorded twice.
problem-rows-behind = The rows are still arriving
    .detail = The rows have not reached the position asked for. Nothing recorded is lost; ask again in a moment.
problem-cursor-ahead-of-log = The position asked for does not exist yet
    .detail = The request names position { $position }, and the ledger has { $log_size } events. Send the position that was answered; if it is that, the ledger was rolled back or is another authority's: tell the administrator, and do not begin again at 0.
problem-foreign-consumer = The consumer is somebody else's
    .detail = Another client of this ledger acknowledges under this name. Choose another name for this copy.
problem-too-many-consumers = Too many consumers
    .detail = One client keeps at most { $max } consumers of a ledger. Go on with one of them, or have the administrator forget one that is not needed any more.
problem-consumer-moved = The consumer is elsewhere
    .detail = The consumer is not where If-Match says that it was seen. Nothing was changed; ask where it is, then decide.
problem-ack-regression = More was acknowledged before
    .detail = This consumer has acknowledged { $expected } events before, and that stands. If the copy has lost events, do not go on under this name: find out why, and have the administrator forget the consumer before it begins anew.
problem-root-mismatch = The root is not this ledger's
    .detail = The root over the first { $next } events is { $expected } here. Whoever computed another one holds events that are not those of this ledger, or the ledger was changed: keep the copy as it is, and raise an alarm with the administrator and with who cosigns the log.
problem-integrity-halt = This ledger is halted
    .detail = What the ledger holds is not what was signed for before: { $last_witnessed_size } events were known to be there. It was restored from an old backup, or changed. Since { $since } nothing is recorded in it or handed out, and other ledgers go on. Tell the administrator, and send nothing again before the ledger is healed.
problem-read-only = Nothing is recorded at the moment
    .detail = The system is being maintained, or its database is being moved: it is read and exported as before, and takes no command. Nothing was recorded. Send the same again later, with the same key.
problem-not-sealed = The ledger is not sealed yet
    .detail = What is asked about is not sealed in the log yet. Ask again in a moment; if it stays so, tell the administrator.
problem-evidence-too-large = The case is too large for one bundle
    .detail = The case and what it cites are beyond the limit of one bundle. Take the whole ledger with `khen pull`.
problem-foreign-checkpoint = The checkpoint is not of this log
    .detail = What was handed in is no checkpoint that the log { $origin } signed. Hand in what was taken from this log, whole and unchanged, or leave it out.
problem-checkpoint-forked = The log has two histories
    .detail = The log signed the root { $root } for its first { $size } events, and that is not the beginning of what it signs for now. Only who has its key can have signed both: keep your checkpoint, it is the proof, and raise an alarm with the administrator and with who cosigns the log.
problem-checkpoint-ahead = The log was turned back
    .detail = The log signed for { $size } events, and only { $sealed_size } are sealed here now. Keep your checkpoint, it is the proof, and raise an alarm with the administrator.
problem-too-large = The request is too large
    .detail = The content is beyond the limit of { $max_bytes } bytes. Split it, or make the document smaller.
problem-unsupported-media-type = This format is not read here
    .detail = The content, or the type that Content-Type announces, is not taken here. Types that are: { $accepted }.
problem-method-not-allowed = This cannot be done here
    .detail = The address exists but does not take this method. See the methods named by Allow.
problem-internal = A defect of the system
    .detail = Something unexpected happened and was noted. Tell the administrator, with the id of the request.
