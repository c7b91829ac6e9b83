### What the command line says to people, beside what the server has answered.

line-recorded = Recorded: { $command }.
line-nothing-new = Nothing new to record, it was recorded before: { $command }.
line-hold-lift-asked = This is only asked for, and the hold still stands; a second person must give the same outcome with khen hold lift.
line-hold-stands = The hold stands until it is lifted; it is looked at again by { $day }.
line-waits-for = Waits for: { $who }
line-since = waits since { $since }
line-due = due { $due }
line-late = late since { $due }
line-escalates = { $left } working days left, then { $who } hears of it
line-escalated = { $late } working days late, { $who } hears of it
line-kinds = { $collective } collectives, { $individual } individuals
line-places = { $kind }: quota { $limit }, allocated { $allocated }, in reserve { $reserve }
line-places-used = approved { $approved }, signed { $consumed }, free { $free }
line-slots = granted { $granted }
line-slots-taken = taken { $taken }, free { $free }
line-fund = Fund { $year }: credited { $credited } đồng, committed { $committed }, paid { $paid }, available { $available }
line-money = { $amount } đồng
line-nothing-waits = Nothing waits for you.
line-nothing-found = There is nothing to show.
line-no-answer = The server { $url } does not answer.
    .detail = This was not sent. Check the address (--url) and the network, then try again.
line-untrusted = The certificate of the server { $url } is not trusted here.
    .detail = Nothing was sent. Check that the address is the right one. Certificates that the system trusts are taken; SSL_CERT_FILE names a file (PEM) with others.
line-unclear = No readable answer came from the server { $url }.
    .detail = It is not clear whether the command was recorded; sent again with the same key, it is not recorded twice.
line-repeat-with = When you repeat this very line, add --key { $key }.
line-no-token = There is no token.
    .detail = Name the file that holds it with --token-file or KHEN_TOKEN_FILE, or put it into KHEN_TOKEN. An administrator issues one with khen token issue.
line-two-tokens = There is both a token and a file that holds one.
    .detail = Leave out one of them: --token (KHEN_TOKEN) or --token-file (KHEN_TOKEN_FILE).
line-token-and-client = There is both a token and a client that asks for one.
    .detail = Leave out one of them: --token or --token-file (KHEN_TOKEN, KHEN_TOKEN_FILE), or --client (KHEN_CLIENT).
line-no-access = The server { $url } grants no access token
    .detail = { $reason }
line-unreadable = { $file } cannot be read.
    .detail = The reason: { $reason }.
line-unwritable = { $file } cannot be written.
    .detail = The reason: { $reason }.
line-unknown-file = { $file } is of a kind that is not taken.
    .detail = Kinds that are: { $accepted }.
line-nobody = Nobody is found by { $asked }.
    .detail = Say a name, a title, a role or an id; see khen people.
line-several = Several people are found by { $asked }.
    .detail = Say more of it, or the id at the beginning of one of these lines.
line-no-finding = There is no finding on { $asked } on this line.
    .detail = Say the finding on that criterion beside its note or evidence.
line-no-vote = { $asked } cannot be read as a vote.
    .detail = Expected WHO=VOTE, and then ,CODE=VOTE for each item with another vote.
line-no-unit = This assignment belongs to no unit.
    .detail = Name the unit with --unit.
line-more-rows = The register goes on: ask again with --after { $after } for the rest.
line-pulled = { $ledger }: { $kept } of { $log_size } events are kept.
line-received = { $profile ->
        [so_noi_vu_v1] The Sở
       *[other] The mirror
    } has received up to event number { $position }, said at { $at } ({ $consumer })
line-received-nothing = { $profile ->
        [so_noi_vu_v1] The Sở
       *[other] The mirror
    } has received nothing yet, said at { $at } ({ $consumer })
line-documents-kept = { $ledger }: { $kept } more documents are kept.
line-rolled-back = ALARM: { $ledger } no longer has the { $kept } events of this mirror; the server says { $log_size }.
    .detail = The server was rolled back, or it is another ledger. Nothing was changed here. Tell both administrators and keep this mirror: it may be the only copy of what is missing. Never begin again at 0.
line-forked = ALARM: two histories of { $ledger }: its log has signed for { $size } events that are not those of this mirror.
    .detail = Events and the last checkpoint stay as they were. The signed checkpoints are in { $evidence }: keep them and the mirror, and tell both administrators; whoever holds the key of the log has to answer for both.
line-damaged = ALARM: what was pulled of { $ledger } is not what it says: { $reason }.
    .detail = Nothing of it was kept. Something on the way changes answers, or the server is damaged; tell both administrators.
line-unsigned = ALARM: the key of the export did not sign the page of { $ledger } from position { $position } on.
    .detail = Nothing of it was kept; what came is described in { $evidence }. Something on the way changes answers, or the office signs with a key that nobody told: compare its keys with those that it announced on paper.
line-unlisted = ALARM: the server does not list { $ledger } any more.
    .detail = Its log is halted, or the token no longer reads it. The mirror stays as it is, and is gone on with when the ledger is listed again. Ask the administrators of the office why.
line-new-export-key = NOTE: { $ledger } is now signed with another export key, { $key_id }.
    .detail = The service document names it, and the log still signs for the events of this mirror with the key that is known. It was added to { $file }: compare it with what the office announced, and remove the line of a key that was stolen.
